// The texts of a table's cells, and nothing but texts in them
def table = { File file ->
    (file.text =~ /(?s)<tr.*?<\/tr>/).collect { row ->
        (row =~ /(?s)<t[dh].*?>(.*?)<\/t[dh]>/).collect { it[1].replace('&#x2013;', '–').trim() }
    }
}
String stripe = 'Charges cards &amp; &lt;b&gt;refunds&lt;/b&gt;'
def before = [
    ['Secret', 'Description', 'prod', 'dev', 'preview', 'local', 'prod@eu-west', 'Used by'],
    ['StripeKey', stripe, 'v1', '–', '–', '–', 'v1', ''],
    ['WebhookKey', 'Signs what we send', 'missing', 'missing', '–', '–', 'missing', ''],
]
def after = before*.clone()
after[1][-1] = 'Payments.stripeKey()'
after[2][-1] = 'Payments.webhookKey()'

File alone = new File(basedir, 'target/reports/secrets.html')
assert alone.text.contains('nothing that was built has any')
assert table(alone) == before

File page = new File(basedir, 'target/site/secrets.html')
assert !page.text.contains('nothing that was built has any')
assert table(page) == after
// The page of the documentation shows the same table
String shown = new File(basedir, '../../../../docs/maven-plugin.md').text
assert after.every { row -> shown.contains('| ' + row.join(' | ') + ' |\n') }

assert page.text.contains('<title>') && page.text.contains('Secrets')
