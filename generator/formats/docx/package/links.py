"""Links that a reader may follow: a web page or a mailbox, and the one that they seem to be."""

import re
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

_WEB = re.compile(r"(?:https?://|mailto:)[^\s\\<>\"]+", re.IGNORECASE)
_PROGRAM = re.compile(
    r"\.(?:exe|com|scr|pif|bat|cmd|ps1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|cpl|dll|jar|lnk|url|reg"
    r"|chm|iso|img|apk|appx|docm|dotm|xlsm|xltm|xlam|pptm)$",
    re.IGNORECASE,
)
_HOST_OF = re.compile(
    r"[a-z]+://(?:[^\s/@]*@)?\[?([\w.:-]+?)\]?(?::\d+)?(?:[/?#]|$)", re.IGNORECASE
)
_OFFICES = (".local", ".lan", ".intranet", ".internal", ".corp", ".localhost")
_HOST = r"[a-z0-9-]+(?:\.[a-z0-9-]+)+"
_ADDRESS = re.compile(
    rf"(?:https?://|(?<![@\w.-])www\.)(?:[^\s/@]*@)?({_HOST})"
    rf"|(?<![\w.-])([\w.+-]+@{_HOST})"
    r"|(?<![@\w.-])([a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:cn|com|net|org|gov|edu))(?![\w.-])",
    re.IGNORECASE,
)


def may_link(target: str) -> bool:
    """Tell whether a link leads to this document, a web page or a mailbox, and to no program."""
    if target.startswith("#"):
        return True
    if _WEB.fullmatch(target) is None:
        return False
    try:
        address = urlsplit(target)
    except ValueError:  # a host in brackets that is none
        return False
    if address.scheme.lower() == "mailto":
        return True
    # what stands before an @ seems to be the site, and is none
    return "@" not in unquote(address.netloc) and not _PROGRAM.search(unquote(address.path))


def leads_inside(target: str) -> bool:
    """Tell whether an address is one that only those in the office can reach."""
    host = _HOST_OF.match(target.strip())
    if host is None:
        return False
    name = host[1].lower().rstrip(".")
    try:
        return not ip_address(name).is_global
    except ValueError:
        return "." not in name or name.endswith(_OFFICES)


def seems_another(shown: str, target: str) -> bool:
    """Tell whether the text of a link names another web site or mailbox than it leads to."""
    if target.startswith("#"):
        return False
    leads = _place(target)
    for site, mailbox, bare in _ADDRESS.findall(shown):
        said = _bare(site or mailbox or bare)
        if said != leads and not leads.endswith(f".{said}"):
            return True
    return False


def _place(target: str) -> str:
    """Return the site, or the mailbox, that a link leads to."""
    address = urlsplit(target)
    return _bare(address.path if address.scheme.lower() == "mailto" else address.hostname or "")


def _bare(place: str) -> str:
    return unquote(place).lower().removeprefix("www.")
