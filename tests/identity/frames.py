"""A CV or letter around a few lines under test."""

from screen.model.text import Document, Look, RawLine

HEADINGS = {
    "da": {
        "experience": "Erhvervserfaring",
        "personal": "Personlige oplysninger",
        "profile": "Profil",
        "boards": "Bestyrelser og tillidshverv",
        "volunteer": "Frivilligt arbejde",
        "other": "Andet",
        "education": "Uddannelse",
        "languages": "Sprog",
        "references": "Referencer",
        "results": "Udvalgte resultater",
    },
    "en": {
        "experience": "Work experience",
        "personal": "Personal details",
        "profile": "Profile",
        "boards": "Board positions",
        "other": "Other",
    },
    "nb": {
        "experience": "Arbeidserfaring",
        "personal": "Personlige opplysninger",
        "profile": "Profil",
        "boards": "Styreverv",
    },
    "sv": {
        "experience": "Arbetslivserfarenhet",
        "personal": "Personuppgifter",
        "profile": "Profil",
        "boards": "Förtroendeuppdrag",
    },
}
CV_HEAD = ["Solvej Agerskov Tvede", "Tlf. 20 00 11 22 · solvej@agerskov-tvede.example"]
CV_BODY = ["2015 – 2025\tKontorchef, Vestby Kommune", "• Ansvar for budget og drift"]


def document(*lines: str, path: str = "cv.pdf") -> Document:
    return Document.from_lines(
        path, "0" * 64, [RawLine(t, Look(page=1)) for line in lines for t in line.split("\n")], 1
    )


def framed(text: str, section: str, language: str = "da") -> Document:
    """The text in its section, after a career section unless it is a letter's."""
    if section == "letter":
        return document("Kære ansættelsesudvalg", text, "Med venlig hilsen", CV_HEAD[0], path="ansøgning.docx")
    headings = HEADINGS[language]
    return document(*CV_HEAD, headings["experience"], *CV_BODY, headings[section], text)
