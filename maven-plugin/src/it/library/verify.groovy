String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')

// What a library uses is kept in the store of the application
assert log.contains('''\
on project shop: 1 secret not usable for prod
MetricsKey has no value for prod (Metrics.key)
  fix: secret set --type prod MetricsKey
''')
