String log = new File(basedir, 'build.log').text
String second = log.substring(log.indexOf('[INFO] 2 secrets checked for prod: all there\n'))

assert second.contains('Nothing to compile - all classes are up to date')
assert second.replace('[ERROR] ', '').contains('''\
on project edited: 1 secret not usable for prod
AuditKey has no value for prod
  fix: secret set --type prod AuditKey
''')
