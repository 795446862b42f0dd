CREATE INDEX quotations_by_article ON quotations (article);
CREATE INDEX quotations_by_speaker ON quotations (speaker);
CREATE INDEX quotations_by_words ON quotations (same_words, speaker) WHERE words >= 4;
CREATE INDEX verdicts_by_verdict ON verdicts (verdict);
CREATE INDEX evidence_by_quotation ON evidence (quotation, rank);
CREATE INDEX people_by_person ON people (person);
CREATE INDEX evidence_by_source ON evidence (source);
CREATE INDEX articles_by_date ON articles (date);
CREATE INDEX articles_by_outlet ON articles (outlet);

-- One row for each quotation, with its finding and its best evidence.
CREATE VIEW findings AS
SELECT a.id AS article, a.file, a.number AS article_number, a.title, a.date, a.outlet, a.author, a.section, q.number AS quotation,
       q.line, q."column", q.kind, q.text, q.speaker, v.verdict, v.also, v.must_be_seen, v.unsure, v.fidelity, v.confidence,
       v.message, v.set_aside, e.source, e.date AS said_on, e.speaker AS said_by, e.utterance, e.time, e.text AS passage, e.url,
       v.store, v.reason, v.speaker_checked, e.made, e.check_time
FROM quotations q JOIN verdicts v USING (quotation) JOIN articles a ON a.article = q.article
LEFT JOIN evidence e ON e.quotation = q.quotation AND e.rank = 1
ORDER BY q.quotation;

-- What an editor should look at: the exit status of the audit is 1 where there is a row.
CREATE VIEW to_see AS SELECT * FROM findings WHERE must_be_seen AND NOT unsure;

-- What a recording, or a page, has to decide, and where in it: one row for each quotation that an editor has not set aside.
CREATE VIEW to_confirm AS
SELECT article, file, article_number, quotation, line, "column", text, speaker, passage, source, said_on, said_by, made, url, time,
       check_time, message
FROM findings WHERE verdict = 'unconfirmed' AND set_aside = '';

CREATE VIEW verdicts_by_month AS
SELECT substr(a.date, 1, 7) AS month, v.verdict, count(*) AS quotations, avg(v.fidelity) AS fidelity, count(v.fidelity) AS checked
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.date <> '' GROUP BY month, v.verdict;

CREATE VIEW verdicts_by_outlet AS
SELECT a.outlet, v.verdict, count(*) AS quotations, avg(v.fidelity) AS fidelity, count(v.fidelity) AS checked
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.outlet <> '' GROUP BY a.outlet, v.verdict;

CREATE VIEW verdicts_by_author AS
SELECT a.author, v.verdict, count(*) AS quotations, avg(v.fidelity) AS fidelity, count(v.fidelity) AS checked
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.author <> '' GROUP BY a.author, v.verdict;

CREATE VIEW verdicts_by_section AS
SELECT a.section, v.verdict, count(*) AS quotations, avg(v.fidelity) AS fidelity, count(v.fidelity) AS checked
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.section <> '' GROUP BY a.section, v.verdict;

CREATE VIEW verdicts_by_speaker AS
SELECT p.person AS speaker, v.verdict, count(*) AS quotations, avg(v.fidelity) AS fidelity, count(v.fidelity) AS checked
FROM verdicts v JOIN quotations q USING (quotation) JOIN people p USING (speaker) GROUP BY p.person, v.verdict;

-- What was printed for what was said, in what an editor should look at.
CREATE VIEW altered_words AS
SELECT d.class, min(d.printed) AS printed, min(d.said) AS said, count(DISTINCT v.quotation) AS quotations,
       count(DISTINCT q.article) AS articles
FROM verdicts v JOIN quotations q USING (quotation) JOIN evidence e ON e.quotation = v.quotation AND e.rank = 1
JOIN edits d USING (evidence)
WHERE v.must_be_seen AND NOT v.unsure AND v.verdict NOT IN ('misattributed', 'not_found') AND NOT d.allowed
  AND NOT d.machine_error
GROUP BY d.class, lower(d.printed), lower(d.said) ORDER BY quotations DESC, d.class, printed, said;

CREATE VIEW repeated_quotations AS
SELECT min(q.text) AS text, count(DISTINCT q.article) AS articles, count(DISTINCT q.speaker) AS speakers, q.same_words
FROM quotations q WHERE q.words >= 4 GROUP BY q.same_words HAVING count(DISTINCT q.article) > 1;

-- The mean fidelity of the quotations that could be checked, and their number.
CREATE VIEW fidelity_by_outlet AS
SELECT a.outlet, count(v.fidelity) AS checked, avg(v.fidelity) AS fidelity
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.outlet <> '' GROUP BY a.outlet;

CREATE VIEW fidelity_by_author AS
SELECT a.author, count(v.fidelity) AS checked, avg(v.fidelity) AS fidelity
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.author <> '' GROUP BY a.author;

CREATE VIEW fidelity_by_section AS
SELECT a.section, count(v.fidelity) AS checked, avg(v.fidelity) AS fidelity
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.section <> '' GROUP BY a.section;

CREATE VIEW fidelity_by_month AS
SELECT substr(a.date, 1, 7) AS month, count(v.fidelity) AS checked, avg(v.fidelity) AS fidelity
FROM verdicts v JOIN quotations q USING (quotation) JOIN articles a ON a.article = q.article
WHERE a.date <> '' GROUP BY month;
