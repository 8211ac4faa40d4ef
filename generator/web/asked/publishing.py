"""What goes out, of a document that was reviewed."""

from generator.messages.page.folder import id_of
from generator.messages.publish import headline, spoken_published
from generator.pipeline.publishing.publish import Ended, publish
from generator.web.desk import Desk
from generator.web.request import Answer, Request
from generator.web.told import Tone, choice, told


def published(desk: Desk, request: Request, given: str) -> Answer:
    """Publish a document: all files that go out, or none."""
    document = desk.file(given)
    with desk.work.doing("正在发布"):
        became = publish(document, force=request.data().get("force") is True)
    desk.watch.look()
    _, *lines = spoken_published(became).split("\n")
    held = became.ended is Ended.HELD
    if held:
        choices = [choice("核对过，仍要发布", f"publish/{given}", {"force": True})]
    else:
        choices = [
            choice(f"打开 {path.name}", f"open/{id_of(path)}")
            for path in became.files
            if path.suffix in (".pdf", ".docx")
        ]
    tone = Tone.WARN if became.obstacles else Tone.GOOD
    return told(desk, headline(became), lines, tone=Tone.BAD if held else tone, choices=choices)
