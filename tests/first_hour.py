# SPDX-License-Identifier: MIT
"""The files of docs/first-hour.md: a meeting as Zoom writes it down, an article in Word, notes, and a desk's archive of
500 articles with the hearings that they quote. People and places are invented."""
import io
import zipfile

MEETING = (
    ("Ellen Marsh", "Okay, I think we have everybody. Good afternoon, and thanks for joining."),
    ("Ellen Marsh", "I'm Ellen Marsh, I chair the harbor board, and with me is Tomas Pereira, our engineer."),
    ("Ellen Marsh", "We are going to keep the bridge closed to cars until April, because the bearing is worn "
                    "through."),
    ("Tomas Pereira", "The crack is about fourteen centimeters long, and it goes nearly all the way through."),
    ("Tomas Pereira", "It will get worse over the winter, that's for sure."),
    ("Priya Nair", "Can I ask something? Hi, Priya Nair, I have the bakery on the east key."),
    ("Priya Nair", "I have lost a third of my customers since March, and nobody from the board has called me."),
    ("Ellen Marsh", "That's a fair question, Priya, and I'm sorry that nobody called."),
    ("Ellen Marsh", "The county will pay for half of the repair. It will not pay for lost trade."))
STORY = (
    "Marden board keeps the swing bridge shut until spring",
    "“We are going to keep the bridge closed to cars until April, because the bearing is worn through,” said Ellen "
    "Marsh, who chairs the harbour board.",
    "“The crack is about forty centimetres long,” the board’s engineer, Tomas Pereira, said.",
    "“I have lost a third of my customers since March, and nobody from the board has called me,” said Priya Nair, who "
    "owns a bakery.",
    "“The county will pay for all of the repair,” Marsh said.")
NOTES = """Interview with Jonas Weld, 13 May 2031

Q: Will the bakery stay?

A: It will stay if the bridge opens by Easter, and not one day later.
"""
PLACES = ("Marden", "Skarvik", "Oldhaven", "Tarn Bay", "Lower Quay", "Brackwater", "Stennis", "Holm", "Ferryhill",
          "Westmole")
THINGS = ("swing bridge", "night ferry", "tide mill", "fish market", "harbour crane", "school boat", "sea wall",
          "lock gate", "pilot station", "lighthouse")
ACTS = ("will cost {} thousand crowns", "has to be painted by {} people", "was built for {} boats a day",
        "stood still for {} days last year", "lost {} windows in the storm", "brings in {} crowns a week",
        "needs {} new planks of oak", "was inspected {} times since March", "employs {} people in summer",
        "is {} metres too short for the new ships")
REASONS = ("and the county is going to pay for most of it", "so most of us want to close it before the winter",
           "which is more than most of the town has ever seen", "because most of the quay is under water by noon",
           "and most of the letters that I get are about that", "although most of the board voted against it twice",
           "while most of the money lies in a bank abroad", "as most of the engineers told you in the spring",
           "and I have heard most of the excuses for it already", "but most of what the paper wrote about it is true")
PEOPLE = ("Anna Quill", "Peter Hale", "Karen Lindt", "David Vance", "Emma Moor", "Samuel Oduya", "Margaret Sand",
          "Hugo Brandt", "Maria Salo", "Thomas Weld")
OUTLETS = ("bay-post", "island-times", "quay-gazette", "north-courier")


def stamp(seconds):
    return f"00:{seconds // 60:02}:{seconds % 60:02}.000"


def zoom():
    """As Zoom's cloud recordings have it."""
    lines = ["WEBVTT", ""]
    for number, (name, words) in enumerate(MEETING):
        lines += [str(number + 1), f"{stamp(7 * number)} --> {stamp(7 * number + 6)}", f"{name}: {words}", ""]
    return "\r\n".join(lines)


def word(paragraphs):
    """The least that Word takes for a document."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    kinds = "application/vnd.openxmlformats-"
    parts = {
        "[Content_Types].xml":
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Default Extension="rels" ContentType="{kinds}package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" '
            f'ContentType="{kinds}officedocument.wordprocessingml.document.main+xml"/>'
            "</Types>",
        "_rels/.rels":
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return file.getvalue()


def sentence(hearing, turn):
    """What was said in a turn of a hearing: no two say the same."""
    thing, place = THINGS[(hearing + 3 * turn) % 10], PLACES[(hearing + turn) % 10]
    act = ACTS[(hearing // 10 + 7 * turn) % 10].format(12 + 7 * hearing + turn)
    return f"The {thing} at {place} {act}, {REASONS[(hearing + turn) % 10]}."


def archive():
    """100 hearings of twelve turns, and five articles on each, one of which has another word."""
    files = {}
    for hearing in range(100):
        day = f"2031-{1 + hearing % 12:02}-{1 + hearing % 28:02}"
        turns = [(PEOPLE[(hearing + turn % 3) % 10], sentence(hearing, turn)) for turn in range(12)]
        files[f"hearings/{day}-hearing-{hearing:02}.txt"] = "\n\n".join(f"{name}: {said}" for name, said in turns)
        for number in range(5):
            name, said = turns[number]
            if number == 4:
                said = said.replace("most of", "all of")
            folder = f"published/{OUTLETS[(hearing + number) % 4]}/2031"
            files[f"{folder}/{day}-{hearing:02}-{number}.md"] = f"# News\n\n“{said[:-1]},” {name} said.\n"
    return files


def files():
    """By their paths."""
    meeting = zoom()
    return {"GMT20310512-170003_Recording.transcript.vtt": meeting, "bridge.docx": word(STORY),
            "notes/GMT20310512-170003_Recording.transcript.vtt": meeting, "notes/weld.txt": NOTES, **archive()}
