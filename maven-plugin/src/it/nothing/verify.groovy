String log = new File(basedir, 'build.log').text

assert log =~ /countersign-maven-plugin:.*:check .*@ nothing/
assert !log.contains('secret')
