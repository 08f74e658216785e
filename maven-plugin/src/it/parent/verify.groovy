// The lines to paste are those that the projects here have
def lines = { String text -> text.readLines()*.trim().findAll { it } }
String page = new File(basedir, '../../../../docs/maven-plugin.md').text
List shown = lines(page.split('```xml\n')[1].split('```')[0])
shown = shown*.replace('0.1.0-SNAPSHOT', '${countersign.version}')

assert Collections.indexOfSubList(lines(new File(basedir, 'pom.xml').text), shown) >= 0
