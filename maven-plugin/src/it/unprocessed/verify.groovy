String log = new File(basedir, 'build.log').text.replace('[ERROR] ', '')

// With a secrets.toml and without one
for (module in ['declared', 'undeclared']) {
    assert log.contains("""\
${module}/target/${module}-1.jar has classes with @Secret and no manifest (Cards.key)
  they were compiled without countersign-processor, or META-INF was left out
  fix: name countersign-processor in annotationProcessorPaths, clean and build again""")
}
