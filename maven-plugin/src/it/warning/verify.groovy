String log = new File(basedir, 'build.log').text

assert log.contains('''\
[WARNING] WebhookKey has no value for prod (Payments.webhookKey())
  fix: secret set --type prod WebhookKey
''')
assert log.contains('BUILD SUCCESS')
