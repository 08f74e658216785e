String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')

assert log.contains('''\
on project payments: 1 secret not usable for prod
WebhookKey has no value for prod (Payments.webhookKey())
  fix: secret set --type prod WebhookKey
''')
assert !log.contains('StripeKey has no value for prod')
assert new File(basedir, 'target/payments-1.jar').exists()

// The page shows what was really said
String page = new File(basedir, '../../../../docs/maven-plugin.md').text
assert new File(basedir, 'build.log').text.contains(page.split('```\n')[2])
