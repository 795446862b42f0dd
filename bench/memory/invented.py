# SPDX-License-Identifier: MIT
"""Large invented files of every format, written piece by piece."""
import gzip
import json
import random
import textwrap
import zipfile
import zlib

PEOPLE = ["Ana Reed", "Olav Falk", "Tilda Okonjo", "Jo Lund", "Karin Berg"]
SYLLABLES = ["ba", "do", "ke", "li", "mor", "nu", "pa", "ri", "sten", "ta", "ve", "hal"]


class Talk:
    """Turns of about fifty words, of a vocabulary of ten thousand, the few most common ones everywhere; the twenty
    thousand that there are come again and again."""

    def __init__(self, seed=1):
        self.random = random.Random(seed)
        self.words = ["".join(self.random.choices(SYLLABLES, k=1 + i % 4)) + ("" if i < 200 else SYLLABLES[i % 12])
                      for i in range(10000)]
        self.texts = [" ".join(self.sentence() for _ in range(4)) for _ in range(20000)]
        self.turns = 0

    def sentence(self):
        drawn = [self.words[int(10000 * self.random.random() ** 4)] for _ in range(12)]
        return drawn[0].capitalize() + " " + " ".join(drawn[1:]) + "."

    def turn(self):
        number, self.turns = self.turns, self.turns + 1
        return PEOPLE[number * 7 % 11 % 5], 20.0 * number, self.texts[number % len(self.texts)]


def clock(seconds, comma="."):
    return f"{int(seconds // 3600):02}:{int(seconds // 60) % 60:02}:{int(seconds) % 60:02}{comma}000"


def words_of(start, text):
    words = text.split()
    step = 20 / len(words)
    for i, word in enumerate(words):
        yield word, round(start + i * step, 3), round(start + (i + 0.9) * step, 3)


def dump(value):
    return json.dumps(value, separators=(",", ":"))


# Each gives the pieces of a turn, with what separates it from the one before.
def text(who, start, said):
    return f"{who.upper()}: {said}\n\n"


def markdown(who, start, said):
    return f"**{who}:** {said}\n\n"


def vtt(who, start, said):
    return f"{clock(start)} --> {clock(start + 20)}\n<v {who}>{said}\n\n"


def srt(who, start, said):
    return f"{int(start)}\n{clock(start, ',')} --> {clock(start + 20, ',')}\n{who.upper()}: {said}\n\n"


def scc(who, start, said):
    """Rolling captions of three rows. The hours of SCC end at 24."""
    time = clock(start / 40)[:8] + ":00"
    rows = textwrap.wrap(f">> {who.upper()}: {said}", 32)
    return "".join(f"{time}\t9426 9426 94ad 94ad 94e0 94e0 {caption_words(row)}\n\n" for row in rows)


def caption_words(row):
    """ASCII in words of two bytes, each with odd parity."""
    odd = [byte | (byte.bit_count() % 2 == 0) << 7 for byte in (row + "\0" * (len(row) % 2)).encode()]
    return " ".join(f"{a:02x}{b:02x}" for a, b in zip(odd[::2], odd[1::2]))


def ttml(who, start, said):
    return f'<p begin="{clock(start)}" end="{clock(start + 20)}">{who.upper()}: {said}</p>\n'


def whisper(who, start, said):
    return dump({"id": int(start), "start": start, "end": start + 20, "text": said, "tokens": list(range(48))}) + ","


def whisperx(who, start, said):
    return dump({"start": start, "end": start + 20, "text": said, "speaker": who,
                 "words": [{"word": w, "start": a, "end": b, "score": 0.9, "speaker": who}
                           for w, a, b in words_of(start, said)]}) + ","


def aws(who, start, said):
    return "".join(dump({"type": "pronunciation", "start_time": str(a), "end_time": str(b), "speaker_label": "spk_1",
                         "alternatives": [{"confidence": "0.99", "content": w}]}) + "," for w, a, b in
                   words_of(start, said))


def google(who, start, said):
    words = [{"startOffset": f"{a}s", "endOffset": f"{b}s", "word": w, "speakerLabel": "1"}
             for w, a, b in words_of(start, said)]
    return dump({"alternatives": [{"transcript": said, "confidence": 0.9, "words": words}]}) + ","


def deepgram(who, start, said):
    return "".join(dump({"word": w.lower(), "start": a, "end": b, "confidence": 0.9, "speaker": 1,
                         "punctuated_word": w}) + "," for w, a, b in words_of(start, said))


def assemblyai(who, start, said):
    return "".join(dump({"text": w, "start": int(a * 1000), "end": int(b * 1000), "confidence": 0.9,
                         "speaker": "A"}) + "," for w, a, b in words_of(start, said))


def rev(who, start, said):
    elements = []
    for w, a, b in words_of(start, said):
        elements += [{"type": "text", "value": w, "ts": a, "end_ts": b, "confidence": 0.9},
                     {"type": "punct", "value": " "}]
    return dump({"speaker": PEOPLE.index(who), "elements": elements}) + ","


def speechmatics(who, start, said):
    return "".join(dump({"type": "word", "start_time": a, "end_time": b, "alternatives": [
        {"content": w, "speaker": "S1", "confidence": 0.9}]}) + "," for w, a, b in words_of(start, said))


def ibm(who, start, said):
    return dump({"final": True, "alternatives": [
        {"transcript": said, "timestamps": [[w, a, b] for w, a, b in words_of(start, said)]}]}) + ","


def kaldi(who, start, said):
    return "".join(dump({"start": a, "end": b, "word": w.lower(), "punct": w, "confidence": 0.9}) + ","
                   for w, a, b in words_of(start, said))


def paper_edit(who, start, said):
    return "".join(dump({"id": int(a * 10), "start": a, "end": b, "text": w}) + "," for w, a, b in
                   words_of(start, said))


def podcast(who, start, said):
    return dump({"speaker": who, "startTime": start, "endTime": start + 20, "body": said}) + ","


def youtube(who, start, said):
    return dump({"tStartMs": int(start * 1000), "dDurationMs": 20000, "segs": [
        {"utf8": w + " ", "tOffsetMs": int((a - start) * 1000)} for w, a, _ in words_of(start, said)]}) + ","


def srv(who, start, said):
    return f'<text start="{start}" dur="20">{said}</text>\n'


def oyez(who, start, said):
    return dump({"speaker": {"name": who, "roles": None},
                 "text_blocks": [{"start": start, "stop": start + 20, "text": said}]}) + ","


def turns(who, start, said):
    return dump({"speaker": who, "content": said}) + ","


def form(who, start, said):
    return dump({"speaker": who, "start": start, "end": start + 20, "text": said}) + ","


def jsonl_transcript(who, start, said):
    return dump({"id": f"t{start}", "utterances": [{"speaker": who, "start": start, "text": said}] * 20}) + "\n"


def tei(who, start, said):
    return f'<u who="#{who.replace(" ", "")}"><seg>{said}</seg></u>\n'


def tei_words(who, start, said):
    return f'<u who="#{who.replace(" ", "")}"><seg><s>' + "".join(
        f'<w xml:id="w{int(start)}.{i}" lemma="{w.lower()}" msd="UPosTag=NOUN|Number=Sing">{w}</w>'
        for i, w in enumerate(said.split())) + "</s></seg></u>\n"


def akoma(who, start, said):
    return f'<speech by="#{who.replace(" ", "")}"><from>{who}:</from><p>{said}</p></speech>\n'


def theyworkforyou(who, start, said):
    return f'<speech speakername="{who}"><p>{said}</p></speech>\n'


def hansard(who, start, said):
    return f"<p><member>{who}</member><membercontribution>: {said}</membercontribution></p>\n"


def html(who, start, said):
    return f"<p><strong>{who.upper()}:</strong> {said}</p>\n"


def numbered_pages(who, start, said):
    lines = [f"{who.upper()}:  " + " ".join(said.split()[:6])]
    rest = said.split()[6:]
    lines += [" ".join(rest[i:i + 8]) for i in range(0, len(rest), 8)]
    number = int(start // 20) * len(lines)
    return "".join(f"{'':50}{(number + i) // 25 + 1}\n" * ((number + i) % 25 == 0) +
                   f"{(number + i) % 25 + 1:>8}      {line}\n" for i, line in enumerate(lines))


def quoted(who, start, said):
    return f"“{said}” said {who}, who went home."


def prose(who, start, said):
    return quoted(who, start, said) + "\n\n"


def html_prose(who, start, said):
    return f"<p>{quoted(who, start, said)}</p>\n"


def feed_item(who, start, said):
    paragraphs = html_prose(who, start, said) * 10
    return f"<item><title>The lock {start}</title><content:encoded><![CDATA[{paragraphs}]]></content:encoded></item>\n"


def warc_record(who, start, said):
    page = f"<html><body><article><h1>The lock</h1>{html_prose(who, start, said) * 10}</article></body></html>"
    response = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}"
    return (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{start}\r\n"
            f"WARC-Date: 2031-04-02T10:00:00Z\r\nContent-Length: {len(response.encode())}\r\n\r\n{response}\r\n\r\n")


def jsonl_article(who, start, said):
    return dump({"id": f"a{start}", "text": prose(who, start, said) * 10}) + "\n"


def json_prose(who, start, said):
    return json.dumps(quoted(who, start, said))[1:-1] + "\\n\\n"


def json_html(who, start, said):
    return json.dumps(html_prose(who, start, said))[1:-1]


TTML = '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>\n'
TEI = ('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><div>\n', "</div></body></text></TEI>")
RSS = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>\n'
DEEPGRAM = '{"metadata":{},"results":{"channels":[{"alternatives":[{"transcript":"","words":['
KALDI = ('"segmentation":{"segments":[{"start":0,"duration":1e9,"speaker":{"@id":"S1"}}]}}}')

# name: (ending, head, turn, tail); a comma before the tail is taken away.
TRANSCRIPTS = {
    "text": ("txt", "", text, ""),
    "text, numbered pages": ("txt", "", numbered_pages, ""),
    "markdown": ("md", "# Council\n\n", markdown, ""),
    "webvtt": ("vtt", "WEBVTT\n\n", vtt, ""),
    "srt": ("srt", "", srt, ""),
    "scc": ("scc", "Scenarist_SCC V1.0\n\n", scc, ""),
    "ttml": ("ttml", TTML, ttml, "</div></body></tt>"),
    "whisper": ("json", '{"text":"","language":"en","segments":[', whisper, "]}"),
    "whisper, by word": ("json", '{"segments":[', whisperx, "]}"),
    "aws": ("json", '{"jobName":"x","results":{"transcripts":[{"transcript":""}],"items":[', aws, "]}}"),
    "google": ("json", '{"results":[', google, "]}"),
    "deepgram": ("json", DEEPGRAM, deepgram, "]}]}]}}"),
    "assemblyai": ("json", '{"status":"completed","audio_duration":2,"text":"","words":[', assemblyai, "]}"),
    "rev": ("json", '{"monologues":[', rev, "]}"),
    "speechmatics": ("json", '{"format":"2.9","results":[', speechmatics, "]}"),
    "ibm": ("json", '{"result_index":0,"results":[', ibm, "]}"),
    "bbc-kaldi": ("json", '{"retval":{"words":[', kaldi, "]," + KALDI),
    "paper-edit": ("json", '{"words":[', paper_edit, '],"paragraphs":[{"id":0,"start":0,"end":1e9,"speaker":"A"}]}'),
    "podcast-json": ("json", '{"version":"1.0.0","segments":[', podcast, "]}"),
    "youtube": ("json", '{"wireMagic":"pb3","events":[', youtube, "]}"),
    "srv": ("xml", '<?xml version="1.0"?><transcript>', srv, "</transcript>"),
    "oyez": ("json", '{"title":"x","transcript":{"title":"y","sections":[{"turns":[', oyez, "]}]}}"),
    "turns-json": ("json", '{"title":"x","meeting_transcripts":[', turns, "]}"),
    "json": ("json", '{"id":"x","utterances":[', form, "]}"),
    "jsonl": ("jsonl", "", jsonl_transcript, ""),
    "tei": ("xml", TEI[0], tei, TEI[1]),
    "tei, by word": ("xml", TEI[0], tei_words, TEI[1]),
    "akoma-ntoso": ("xml", "<akomaNtoso><debate><debateBody>", akoma, "</debateBody></debate></akomaNtoso>"),
    "theyworkforyou": ("xml", "<publicwhip>", theyworkforyou, "</publicwhip>"),
    "hansard": ("xml", "<housecommons><title>x</title>", hansard, "</housecommons>"),
    "html": ("html", "<!DOCTYPE html><html><body><main><h1>Council</h1>", html, "</main></body></html>"),
}
ARTICLES = {
    "text": ("txt", "", prose, ""),
    "markdown": ("md", "# The lock\n\n", prose, ""),
    "html": ("html", "<!DOCTYPE html><html><body><article><h1>The lock</h1>", html_prose, "</article></body></html>"),
    "feed": ("rss", RSS, feed_item, "</channel></rss>"),
    "nitf": ("nitf", "<nitf><body><body.content>", html_prose, "</body.content></body></nitf>"),
    "ninjs": ("json", '{"uri":"x","versioncreated":"2031-04-02","headline":"x","body_xhtml":"', json_html, '"}'),
    "json-ld": ("jsonld", '{"@context":"https://schema.org","@type":"NewsArticle","headline":"x","articleBody":"',
                json_prose, '"}'),
    "warc": ("warc", "", warc_record, ""),
    "jsonl": ("jsonl", "", jsonl_article, ""),
}


def pieces(head, turn, tail, size, talk):
    """The file's pieces, about `size` bytes of UTF-8."""
    yield head
    written, last = len(head), ""
    while written < size:
        if last:
            yield last
        last = turn(*talk.turn())
        written += len(last.encode())
    yield last.rstrip(",") if tail.startswith("]") else last
    yield tail


def write_plain(path, shape, size):
    with open(path, "wb") as out:
        for piece in pieces(*shape, size, Talk()):
            out.write(piece.encode())


def write_gzip(path, shape, size):
    with gzip.open(path, "wb", 6) as out:
        for piece in pieces(*shape, size, Talk()):
            out.write(piece.encode())


OFFICE = {
    "docx": ("word/document.xml", '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
             "<w:body>", '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>', "</w:body></w:document>"),
    "odt": ("content.xml", '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>',
            "<text:p>{}</text:p>", "</office:text></office:body></office:document-content>"),
}


def write_office(path, kind, turn, size):
    """`size` is that of the text's part as it is unpacked."""
    part, head, paragraph, tail = OFFICE[kind]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        if kind == "odt":
            container.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        with container.open(part, "w", force_zip64=True) as out:
            shape = (head, lambda *t: paragraph.format(turn(*t).strip()), tail)
            for piece in pieces(*shape, size, Talk()):
                out.write(piece.encode())


def write_zip(path, size):
    """Articles of ten quotations."""
    talk, written = Talk(), 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        while written < size:
            article = "".join(prose(*talk.turn()) for _ in range(1000))
            container.writestr(f"{written}.md", article)
            written += len(article.encode())


def write_pdf(path, turn, pages, numbered=False):
    """Pages of 40 lines, 25 where they are numbered, compressed as programs do it; returns the bytes of text."""
    talk, lines, size = Talk(), [], 0

    def page_lines():
        count = 25 if numbered else 40
        while len(lines) < count:
            words = turn(*talk.turn()).replace("“", '"').replace("”", '"').split()
            lines.extend(" ".join(words[i:i + 10]) for i in range(0, len(words), 10))
        page, lines[:] = lines[:count], lines[count:]
        return page

    with open(path, "wb") as out:
        offsets = [0]

        def add(body):
            offsets.append(out.tell())
            out.write(f"{len(offsets) - 1} 0 obj\n".encode() + body + b"\nendobj\n")

        out.write(b"%PDF-1.4\n")
        add(b"<< /Type /Catalog /Pages 2 0 R >>")
        kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(pages))
        add(f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>".encode())
        add(b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
        for number in range(pages):
            shown = [f"BT /F 9 Tf 12 TL 50 800 Td ({'':40}{number + 1}) Tj T*"]
            for i, line in enumerate(page_lines()):
                line = line.replace("\\", "").replace("(", "").replace(")", "")
                shown.append(f"({f'{i + 1:>4}   ' if numbered else ''}{line}) Tj T*")
            size += sum(len(line) for line in shown) - 6 * len(shown)
            stream = zlib.compress(("\n".join(shown) + " ET").encode("latin-1"))
            add(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
                f"/Resources << /Font << /F 3 0 R >> >> >>".encode())
            add(f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n".encode() + stream + b"\nendstream")
        start = out.tell()
        out.write(f"xref\n0 {len(offsets)}\n0000000000 65535 f \n".encode())
        for offset in offsets[1:]:
            out.write(f"{offset:010} 00000 n \n".encode())
        out.write(f"trailer << /Size {len(offsets)} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return size
