String log = new File(basedir, 'build.log').text

assert log.contains('[INFO] 2 secrets checked for prod: all there\n')
assert new File(basedir, 'target/countersign/check.sarif').text.contains('"version": "2.1.0"')
assert new File(basedir, 'target/countersign/check.xml').text.contains('tests="2" failures="0" errors="0"')
assert !new File(basedir, 'target/countersign/check.json').exists()
