import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interviews.templatetags.notes import TAGS, markdown

LONGEST = 200_000


def schemes(html):
    """Those of the links, as a browser reads them; a relative address has none."""
    addresses = re.findall(r'href="([^"]*)"', html)
    found = (re.match(r"[a-z][a-z0-9+.-]*(?=:)", address, re.IGNORECASE) for address in addresses)
    return {match[0].lower() for match in found if match}


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** *soft*", "<p><strong>bold</strong> <em>soft</em></p>"),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. c", '<ol start="3">\n<li>c</li>\n</ol>'),
        ("# Title", "<p><strong>Title</strong></p>"),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("~~no~~", "<p><s>no</s></p>"),
        ("`x < y`", "<p><code>x &lt; y</code></p>"),
        ("שלום 🙂", "<p>שלום 🙂</p>"),
        ("", ""),
    ],
)
def test_markdown_is_set_in_type(text, html):
    assert markdown(text).strip() == html


def test_markdown_draws_tables():
    assert "<td>1</td>" in markdown("a|b\n-|-\n1|2\n")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<!-- <script> -->",
        "<b onclick=alert(1)>x</b>",
        "# <svg onload=alert(1)>",
        "a|<script>\n-|-\n<script>|b",
        "    <script>alert(1)</script>",
        "```\n</code></pre><script>alert(1)</script>\n```",
        "```html onload=alert(1)\nx\n```",
        '[x](https://a.example "onmouseover=alert(1)")',
        '[x](<https://a.example/" onclick="alert(1)>)',
    ],
)
def test_markdown_shows_html_as_it_was_typed(text):
    html = markdown(text)
    assert set(re.findall(r"<(\w+)", html)) <= TAGS
    assert re.findall(r"<[^>]*\son\w+", html) == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "&#106;avascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
        "\x01javascript:alert(1)",
    ],
)
def test_markdown_links_only_to_the_web_and_to_mail(address):
    for text in (f"[x]({address})", f"[x](<{address}>)", f"<{address}>", f"[x]\n\n[x]: {address}"):
        assert schemes(markdown(text)) <= {"http", "https"}


def test_markdown_links_tell_nothing_of_where_they_are():
    assert markdown("[x](https://a.example/)").strip() == (
        '<p><a href="https://a.example/" rel="noopener noreferrer nofollow">x</a></p>'
    )


def test_markdown_fetches_no_picture():
    html = markdown("![x](https://a.example/pixel.png)")
    assert "<img" not in html


@pytest.mark.parametrize(
    "text",
    [
        ">" * 10_000,
        "[" * 10_000,
        "*" * 10_000,
        "> " * 10_000 + "x",
        "- " * 10_000 + "x",
        "[" * 10_000 + "]" * 10_000,
        "[a](" * 10_000,
        "a**" * 10_000,
        "*a _b " * 10_000,
        "`" * 9_999 + " " + "`" * 10_000,
        "|" * 10_000 + "\n" + "-|" * 10_000 + "\n",
        "<" * 10_000,
        "&" * 10_000,
        "![" * 10_000,
        "[a]: b\n" * 10_000,
        "".join("  " * n + "- a\n" for n in range(140)),
    ],
    ids=lambda text: text[:6].strip() or "nested list",
)
def test_markdown_bombs_take_no_time(text):
    start = time.perf_counter()
    html = markdown(text)
    assert time.perf_counter() - start < 5  # seconds; the worst takes one, on a busy machine two
    assert len(html) < 40 * LONGEST


@given(
    st.text(alphabet=st.sampled_from("<>[]()*_`#>-|!&;:\"'/ \n\tscriptjavonhef=🙂ש"), max_size=200)
)
def test_markdown_makes_only_known_tags(text):
    html = markdown(text)
    assert set(re.findall(r"<(\w+)", html)) <= TAGS
    assert schemes(html) <= {"http", "https", "mailto", "tel"}
