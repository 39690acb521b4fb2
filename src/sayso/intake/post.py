"""Posts as the services write them in JSON: one object -> its text, and who wrote it where and when."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sayso.intake.found import Found
from sayso.intake.markup import fragment_text
from sayso.intake.terms import is_web_address, iso_time, mail_time
from sayso.model.codes import Medium

Object = Mapping[str, object]
Posted = tuple[str, Found]


def post(value: Object) -> Posted | None:
    """The post that an object is, as its service's API or archive writes it; None where it is none."""
    for read in _SERVICES:
        found = read(value)
        if found is not None:
            return found
    return None


def when(value: object) -> str | None:
    """A moment in any of the ways in which services write it, as ISO 8601; None where it is none."""
    if isinstance(value, str):
        if value.isdigit():
            value = int(value)
        else:
            plain = iso_time(value)
            if plain:
                return plain
            try:
                return datetime.strptime(value, "%a %b %d %H:%M:%S %z %Y").isoformat()
            except ValueError:
                return mail_time(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 4e9:
        return datetime.fromtimestamp(value, UTC).isoformat()
    return None


def _tweet(value: Object) -> Posted | None:
    """Twitter's (X's) v1.1 object, also as its archive wraps it: {"tweet": {...}}."""
    inner = value.get("tweet")
    value = inner if isinstance(inner, Mapping) else value
    user = _object(value, "user")
    text = _text(value, "full_text") or _text(_object(value, "extended_tweet"), "full_text") or _text(value, "text")
    name = _text(user, "screen_name")
    ours = isinstance(inner, Mapping) or name or ("full_text" in value and "created_at" in value)
    if not text or not ours:
        return None
    number = _text(value, "id_str") or _text(value, "id")
    url = f"https://twitter.com/{name or 'i/web'}/status/{number}" if number and number.isdigit() else None
    return _posted(text, "tweet", "the tweet's own data", _text(user, "name"), name, url, value.get("created_at"))


def _tweet_v2(value: Object) -> Posted | None:
    """Twitter's (X's) v2 object, with its author laid into it as `author`."""
    author = _object(value, "author")
    name, text = _text(author, "username"), _text(value, "text")
    if not (text and (name or "author_id" in value) and "created_at" in value):
        return None
    number = _text(value, "id")
    url = f"https://twitter.com/{name or 'i/web'}/status/{number}" if number and number.isdigit() else None
    return _posted(text, "tweet", "the tweet's own data", _text(author, "name"), name, url, value.get("created_at"))


def _status(value: Object) -> Posted | None:
    """Mastodon's status, whose content is HTML."""
    account, content = _object(value, "account"), _text(value, "content")
    name = _text(account, "acct") or _text(account, "username")
    if not content or not name:
        return None
    text = fragment_text(content)
    return _posted(text, "post", "the post's own data", _text(account, "display_name"), name, value.get("url"), value.get("created_at"))


def _skeet(value: Object) -> Posted | None:
    """Bluesky's post, also as a feed wraps it: {"post": {...}}."""
    value = _object(value, "post") or value
    record, author = _object(value, "record"), _object(value, "author")
    text, name = _text(record, "text"), _text(author, "handle")
    if not text or not name:
        return None
    key = (_text(value, "uri") or "").rpartition("/")[2]
    url = f"https://bsky.app/profile/{name}/post/{key}" if key.isalnum() else None
    return _posted(text, "post", "the post's own data", _text(author, "displayName"), name, url, record.get("createdAt"))


def _submission(value: Object) -> Posted | None:
    """Reddit's submission or comment."""
    text, name = _text(value, "selftext") or _text(value, "body"), _text(value, "author")
    if not (text and name and "subreddit" in value):
        return None
    link = _text(value, "permalink")
    url = f"https://www.reddit.com{link}" if link and link.startswith("/") else None
    text, found = _posted(text, "post", "the post's own data", None, name, url, value.get("created_utc"))
    return text, Found(**{**vars(found), "title": _text(value, "title")}).by("the post's own data")


def _message(value: Object) -> Posted | None:
    """Telegram's message, as its desktop program exports it, with the channel's name laid into it as `chat`."""
    if value.get("type") != "message" or "date" not in value or "text" not in value:
        return None
    text = value["text"]
    runs = text if isinstance(text, list) else [text]
    words = "".join(run if isinstance(run, str) else _text(run, "text") or "" for run in runs if isinstance(run, str | Mapping))
    chat, author = _text(value, "chat"), _text(value, "from")
    found = Found(byline=author, outlet=chat or author, published=when(value["date"]), medium="message")
    return words, found.by("the message's own data")


_SERVICES: tuple[Callable[[Object], Posted | None], ...] = (_tweet, _tweet_v2, _status, _skeet, _submission, _message)


def _posted(text: str, medium: Medium, basis: str, author: str | None, account: str | None, url: object, at: object) -> Posted:
    """The account is the post's outlet: it is what others follow, and what corroboration counts; its holder's name is the byline."""
    address = url if isinstance(url, str) and is_web_address(url) else None
    found = Found(byline=author or account, outlet=f"@{account}" if account else None, url=address, published=when(at), medium=medium)
    return text, found.by(basis)


def _object(value: Object, name: str) -> Object:
    inner = value.get(name)
    return inner if isinstance(inner, Mapping) else {}


def _text(value: Object, name: str) -> str | None:
    inner = value.get(name)
    if isinstance(inner, int) and not isinstance(inner, bool):
        return str(inner)
    return inner.strip() or None if isinstance(inner, str) and name not in ("text", "full_text") else inner if isinstance(inner, str) else None
