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

// The page of the parent has the users of all modules, and that of a module its own
String page = new File(basedir, 'target/reports/secrets.html').text
assert page.contains('<td>Cards.key</td>') && page.contains('<td>Hooks.key</td>')
assert !new File(basedir, 'core/target/reports/secrets.html').text.contains('Hooks')
assert !new File(basedir, 'plain/target/reports').exists()
