#!/bin/sh
# What an installed quoth must do, wherever it was installed; prints all that it says, so that two installations can be
# compared. Runs in a folder that has the project's examples/ and tests/.
set -eu
store=$(mktemp -d)
quoth --version
quoth ingest --store "$store/example.db" --title "Skarvik Town Council" --date 2031-05-12 \
  --speaker "THE MAYOR=Ana Ruud" --speaker "MR. HALVORSEN=Jonas Halvorsen" --speaker "MS. BERG=Karin Berg" \
  --speaker "DR. OSEI=Efua Osei" --id council-2031-05-12 examples/council-meeting.txt
quoth check --store "$store/example.db" examples/article.md || [ $? -eq 1 ]
# Formats of articles and sources, with those that modules read: DOCX, ODT, PDF, mail and captions.
quoth extract --format jsonl tests/data/text/articles/* tests/data/grammar/documents/*.eml
for file in tests/data/grammar/formats/*.pdf tests/data/grammar/formats/*.scc tests/data/grammar/documents/*.eml \
            tests/data/text/articles/*.docx tests/data/text/articles/*.odt; do
  quoth ingest --store "$store/formats.db" --id "$file" "$file" || echo "status $?"
done
quoth store list --store "$store/formats.db"
# Encodings and names of languages are ICU's data.
printf 'Ana Ruud: \223We will not sell the ferry\224, she said in a caf\351.\n' | quoth extract --format jsonl -
printf '<meta charset="shift_jis"><p>\202\240\202\242 \201\147The ferry stays,\201\150 Ana Ruud said.</p>' |
  quoth extract --format jsonl --input-format html -
printf '<meta charset="koi8-r"><p>\360\301\322\317\315 "The ferry stays," Ana Ruud said.</p>' |
  quoth extract --format jsonl --input-format html -
for language in Norwegian "norsk bokmål" français Deutsch sv-SE; do
  printf '{"id": "%s", "text": "“Kom hit,” Ana Ruud said.", "language": "%s"}\n' "$language" "$language"
done | quoth extract --format jsonl --input-format jsonl -
rm -r "$store"
