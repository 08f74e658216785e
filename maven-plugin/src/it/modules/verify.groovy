String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')

// Each module that uses secrets of the directory above is held, and names its own users
assert log.contains('''\
on project core: 1 secret not usable for prod
WebhookKey has no value for prod
  fix: secret set --type prod WebhookKey
''')
assert log =~ /modules .* SUCCESS/
assert log =~ /plain .* SUCCESS/
assert log =~ /web .* SKIPPED/
