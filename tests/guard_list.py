"""The guards: each line of the program that stands between somebody and harm, and the tests that must notice without it.

``tests.guards`` takes them away one at a time.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard, the file that it stands in, what is written there instead, and the tests that must notice."""

    name: str
    file: str
    there: str
    instead: str
    tests: tuple[str, ...]


HOSTILE = "tests/trust/test_hostile_content.py"
WHOLE = "tests/trust/test_whole_or_not.py"
ADDRESSES = "tests/hostile/test_addresses.py"
ANSWERING = "tests/unit/command/test_answering.py"
BUILDING = "tests/unit/command/test_building.py"
EVIDENCE = "tests/unit/reports/test_evidence.py"
INSPECTED = "tests/site/test_inspection.py"
INVISIBLE = "tests/unit/reports/test_invisible.py"
LINKS = "tests/unit/command/test_link_check.py"
MAKE = "tests/unit/test_make.py"
OPENLY = "tests/unit/reports/test_openly.py"
PAGES_TIME = "tests/hostile/test_pathological.py::test_plain_pages_have_the_time_that_their_content_has_left"
REDACTION = "tests/unit/reports/test_redaction.py"
SECRETS = "tests/unit/inspection/test_secrets.py"
STANDING = "tests/unit/inspection/test_standing.py"
STYLES = "tests/unit/briefings/test_styles.py"
TEXTS = "tests/unit/reports/test_texts.py"

GUARDS = (
    Guard("sanitizer", "plugins/reports/tree.py", "    return nh3.clean(\n        html,", "    return (lambda html, **_: html)(\n        html,", (HOSTILE, "tests/unit/reports/test_texts.py")),
    Guard("autoescape", "plugins/briefings/rendering.py", "autoescape=True", "autoescape=False", (HOSTILE,)),
    Guard("scheme check", "plugins/reports/web.py", 'parts.scheme not in ("http", "https") or', "not parts.scheme or", (HOSTILE,)),
    Guard("CSV guard", "plugins/briefings/exports/csv_text.py", 'return _FORMULA.sub("\'", value) if', "return value if", (HOSTILE,)),
    Guard("redaction", "plugins/reports/redaction.py", "        if span.start >= at and span.redacted:", "        if False:", ("tests/trust/test_redaction.py", REDACTION)),
    Guard("pairing of redactions", "plugins/reports/checks.py", '        keys += [".redacted"] if mark.redacted else []', "", ("tests/unit/reports/test_redaction.py",)),
    Guard("atomic swap", "plugins/command/building.py", "        publish(folder, wanted.output)", "        import shutil\n        shutil.copytree(folder, wanted.output, dirs_exist_ok=True)", (WHOLE,)),
    Guard("staging", "plugins/command/building.py", "locked(wanted.output), staged(wanted.output) as folder:", "locked(wanted.output), __import__('contextlib').nullcontext(wanted.output) as folder:", (WHOLE, "tests/unit/command/test_building.py")),
    Guard("link check", "plugins/inspection/__init__.py", '"links": lambda: links(site)', '"links": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("recount of figures", "plugins/inspection/__init__.py", '"figures": lambda: figures(site)', '"figures": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("look for foreign loads and scripts", "plugins/inspection/__init__.py", '"safety": lambda: safety(site, scripts)', '"safety": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("hashes", "plugins/inspection/__init__.py", '"hashes": lambda: hashes(site)', '"hashes": lambda: ()', ("tests/site/test_inspection.py",)),
    Guard("inspection before publishing", "plugins/command/building.py", "        look_over(", "        (lambda *_: None)(", ("tests/unit/command/test_building.py",)),
    Guard("unseen characters", "plugins/reports/nodes.py", "hidden = list(islice(invisible.faults(text), MAX_FAULTS))", "hidden = []", ("tests/unit/reports/test_invisible.py",)),
    Guard("codes of unseen characters", "plugins/reports/report_texts.py", "islice(faults_of_codes(text), MAX_FAULTS)", "()", ("tests/unit/reports/test_invisible.py",)),
    Guard("NFC", "plugins/reports/nodes.py", 'text = unicodedata.normalize("NFC", text', 'text = (lambda _, text: text)("NFC", text', ("tests/unit/reports/test_invisible.py",)),
    Guard("symbolic links", "plugins/reports/reading.py", "    for path in _links(content):", "    for path in ():", (HOSTILE,)),
    Guard("plain files", "plugins/reports/nodes.py", "if not stat.S_ISREG(path.stat().st_mode):", "if path.is_dir():", (HOSTILE,)),
    Guard("time limit", "plugins/reports/timeout.py", ", limit, AGAIN)", ", 0, AGAIN)", (f"{HOSTILE}::test_a_text_that_takes_too_long_is_told_as_such",)),
    Guard("depth limit", "plugins/reports/timeout.py", "    except RecursionError:", "    except ZeroDivisionError:", (HOSTILE,)),
    Guard("terminal", "plugins/reports/problems.py", "return harmless(", "return (", (HOSTILE,)),
    Guard("data in pages", "plugins/briefings/page/markup.py", '"[<>&\\u2028\\u2029]"', '"[\\u2028\\u2029]"', ("tests/unit/briefings/test_markup.py",)),
    Guard("policy in pages", "themes/briefing/templates/layout.html", '<meta http-equiv="Content-Security-Policy" content="{{ policy }}">\n', "", (HOSTILE, "tests/unit/inspection/test_policy.py", "tests/browser/test_policy.py")),
    Guard("links to images", "plugins/reports/report_images.py", "is_symlink() or", "is_fifo() or", ("tests/unit/reports/test_images.py",)),
    Guard("originals", "plugins/reports/reading.py", "        check_evidence(", "        (lambda *_: None)(", ("tests/unit/reports/test_evidence.py",)),
    Guard("errors that are logged", "plugins/command/running.py", "        if self._errors.count:", "        if False:", ("tests/unit/command/test_command_line.py",)),
    Guard("look for redacted words", "plugins/inspection/__init__.py", '"secrets": lambda: secrets(site, content) if content else ()', '"secrets": lambda: ()', ("tests/trust/test_redaction.py",)),
    Guard("attachments only where accepted", "plugins/reports/report_images.py", "and kind not in written.attachments", "and not kind", ("tests/unit/reports/test_attachments.py",)),
    Guard("clean drawings", "plugins/reports/sandbox/drawings.py", "    _look_over(data)\n    text =", "    text =", ("tests/unit/reports/test_attachments.py",)),
    Guard("clean documents", "plugins/reports/sandbox/documents.py", "    plain = _looked_over(data)", "    plain = data", ("tests/unit/reports/test_attachments.py",)),
    Guard("limits of what draws", "plugins/reports/sandbox/limits.py", "            resource.setrlimit(what, (most, most))", "            pass", ("tests/unit/reports/test_attachments.py",)),
    Guard("redacted words in documents", "plugins/reports/hints.py", " and says(words_of(image.picture), hidden):", " and False:", ("tests/unit/reports/test_attachments.py",)),
    Guard("originals of reports that redact", "plugins/reports/evidence.py", "        elif _hides(pairs[slug].written):", "        elif False:", (EVIDENCE,)),
    Guard("hosts of the reader's network", "plugins/reports/web.py", "if not is_of_the_internet(read.hostname):", "if False:", (ADDRESSES,)),
    Guard("hosts as they are read", "plugins/reports/web.py", "return host in (read, letters) and ada_url", "return ada_url", (ADDRESSES,)),
    Guard("numbers within numbers", "plugins/reports/hosts.py", "if machine not in _GIVEN_OUT or any(machine in network for network in _SPECIAL_6):", "if False:", (ADDRESSES,)),
    Guard("host of make serve", "plugins/command/answering.py", "elif self._host not in self.server.hosts:", "elif not self._host:", (ANSWERING,)),
    Guard("who asks make serve", "plugins/command/answering.py", "elif not self._is_our_own():", "elif False:", (ANSWERING,)),
    Guard("headers of make serve", "plugins/command/answering.py", "for name, value in safety.items():", "for name, value in ():", (ANSWERING,)),
    Guard("slow requests", "plugins/command/answering.py", "left = self.until - time.monotonic()", "left = PATIENCE", (ANSWERING,)),
    Guard("odd requests", "plugins/command/answering.py", "if not _REQUEST.fullmatch(self.raw_requestline):", "if False:", (ANSWERING,)),
    Guard("names of files and folders", "plugins/briefings/failures.py", "else ascii(char)[1:-1] for char in text", "else char for char in text", ("tests/unit/command/test_serving.py", "tests/unit/command/test_command_line.py")),
    Guard("what stands for a folder", "plugins/reports/reading.py", "if path.exists() and not path.is_dir():", "if False:", ("tests/hostile/test_files.py",)),
    Guard("way out of make links", "plugins/command/gateway.py", "        if not public:", "        if False:", (LINKS,)),
    Guard("redirects through a proxy", "plugins/command/link_check.py", "(*OPTIONS, *NO_FURTHER)", "OPTIONS", (LINKS,)),
    Guard("lock without links", "plugins/command/staging.py", " | os.O_NOFOLLOW", "", (BUILDING,)),
    Guard("leftovers of builds alone", "plugins/command/staging.py", '    if any(not name.endswith(".part") for name in strangers(folder)):', "    if False:", (BUILDING,)),
    Guard("leftovers of others", "plugins/command/staging.py", " or found.st_uid not in owners", "", (BUILDING,)),
    Guard("what clean removes", "plugins/command/cleaning.py", "    if why := why_not(output, content, project):", '    if why := "":', (MAKE,)),
    Guard("what is given is not read by make", "Makefile", "$(foreach name,$(given),$(eval override $(name) := $$(if $$(strip $$(value $(name))),$$(value $(name)))))", "", (MAKE,)),
    Guard("one set-up at a time", "requirements/alone.py", "    except BlockingIOError:", "    except BlockingIOError:\n        pass\n    except ZeroDivisionError:", (MAKE,)),
    Guard("files of npm as installed", "plugins/briefings/assets/packages.py", "    if not whole:\n", "    if False:\n", ("tests/unit/briefings/test_borders.py",)),
    Guard("fonts as installed", "plugins/briefings/assets/packages.py", '    if not sealed or (sealed.mode, sealed.value) != ("sha256", digest):', "    if False:", (STYLES,)),
    Guard("seal of cached faces", "plugins/briefings/assets/kept.py", 'if data[:32] == hashlib.sha256(made_from + data[32:]).digest() else b""', 'if data else b""', (STYLES,)),
    Guard("sizes of what was installed", "requirements/whole.py", "if size and os.stat(file).st_size != int(size):", "if False:", ("tests/unit/test_whole.py",)),
    Guard("hashes of what is published", "requirements/whole.py", "if size and hashed and sealed", "if False and sealed", ("tests/unit/test_whole.py",)),
    Guard("what the system refuses", "plugins/command/verbs.py", "    except OSError as error:", "    except ZeroDivisionError as error:", (f"{WHOLE}::test_a_name_that_is_too_long_is_told_in_a_sentence",)),
    Guard("joined letters", "plugins/inspection/standing.py", "        if token[0] in _JOINED:", "        if False:", (STANDING, SECRETS)),
    Guard("words together or apart", "plugins/inspection/standing.py", "            letters += tokens[index]\n", '            letters += " " + tokens[index]\n', (SECRETS, STANDING)),
    Guard("the article", "plugins/inspection/standing.py", "            choices.append((word, word[len(ARTICLE) :]))", "            choices.append((word,))", (SECRETS,)),
    Guard("folding", "plugins/inspection/folded.py", '        text = unicodedata.normalize("NFKD", text)\n    return', "        pass\n    return", (STANDING,)),
    Guard("parts of a name", "plugins/inspection/wanted.py", "    if name:\n        for part in", "    if False:\n        for part in", (SECRETS,)),
    Guard("other names", "plugins/inspection/wanted.py", "            for letters in called.otherwise(one.words):", "            for letters in ():", (SECRETS,)),
    Guard("files of a report", "plugins/inspection/secrets.py", '    return not slug or f"/{slug}/" in f"/{name}" or f"/{slug}." in f"/{name}"', "    return True", (SECRETS,)),
    Guard("redacted words of an acknowledged line", "plugins/inspection/secrets.py", 'lines(left_open(text) if name.endswith(".md") else text)', "lines(text)", (SECRETS,)),
    Guard("drafts say nothing", "plugins/inspection/secrets.py", "        text = None if content.is_draft(name) else content.text(name)", "        text = content.text(name)", (SECRETS,)),
    Guard("plain files of the content", "plugins/inspection/content.py", "        if not stat.S_ISREG(os.lstat(path).st_mode):\n            return None\n", "", (SECRETS,)),
    Guard("no bytes in a message", "plugins/inspection/__init__.py", '        where = f"{type(error).__name__}, {Path(last.filename).stem}:{last.lineno}"', '        where = f"{error!r} {last}"', (SECRETS,)),
    Guard("hidden words", "plugins/inspection/report_reading.py", "        if self.unseen < 0 and hidden:", "        if False:", (INSPECTED,)),
    Guard("words on the page", "plugins/inspection/same_words.py", '        elif why := _differ(shown.texts.get(lang, ""), texts[lang], silent):', '        elif why := "":', (INSPECTED,)),
    Guard("words of marks", "plugins/inspection/same_words.py", "        elif said != _words(shown.marks[lang, anchor]):", "        elif False:", (INSPECTED,)),
    Guard("nothing is quoted near a bar", "plugins/inspection/same_words.py", '    if silent:\n        return f"from word', '    if False:\n        return f"from word', (INSPECTED,)),
    Guard("no hash of what is redacted", "plugins/inspection/presence.py", '        if redacts and any(one.get("sha256") for one in (report, *report.get("documents", []))):', "        if False:", (INSPECTED,)),
    Guard("HTML that no text can have", "plugins/reports/tree.py", "            self.refused.append(m[1])", "            pass", (TEXTS,)),
    Guard("codes that were escaped", "plugins/reports/tree.py", '        converter.treeprocessors.register(_Literal(converter), "literal", -45)\n', "", (INVISIBLE, TEXTS)),
    Guard("words that vanish", "plugins/reports/report_texts.py", "    if whole and (lost := ", "    if False and (lost := ", (TEXTS,)),
    Guard("comments", "plugins/reports/marks.py", "            self.comments.append((at, end + 3))", "            pass", (TEXTS,)),
    Guard("unseen characters in what is shown", "plugins/reports/finished.py", "        told = unseen(text)", "        told = None", (INVISIBLE,)),
    Guard("a bar carries nothing", "plugins/reports/redaction.py", 'f"[{BAR}]{{.redacted}}"]', 'f"[{BAR}]{text[span.close + 1 : span.end]}"]', (REDACTION,)),
    Guard("marks that hide with a bar", "plugins/reports/redaction.py", "            if _is_drawn(mark) or not open_words(mark.words):", "            if False:", (REDACTION,)),
    Guard("marks that hide in the other language", "plugins/reports/redaction.py", "        found[lang].update(mark.number for mark in marks if any((mark.block, key) in named for key in _says(mark)))", "        pass", (REDACTION,)),
    Guard("what is joined to a bar", "plugins/reports/redaction_bars.py", '_JOINED.sub(" ", ', "str(", (REDACTION,)),
    Guard("a name on hardly more than a bar", "plugins/reports/redaction.py", "not 0 < len(open_words(mark.words)) <= FEW", "True", (REDACTION,)),
    Guard("footnotes of redacted words", "plugins/reports/tree.py", "            if label in self.without:\n", "            if False:\n", (REDACTION,)),
    Guard("labels of footnotes", "plugins/reports/tree.py", "        self._number(root, {label: number for number, label in enumerate(kept, 1)})", "        pass", (REDACTION,)),
    Guard("figures lead to words", "plugins/reports/redaction.py", "if id in needed and id not in left and id not in told:", "if False:", (REDACTION,)),
    Guard("slips of the pen", "plugins/reports/report_texts.py", "            report(begin, messages.REDACTED_IN_PLAIN_TEXT() if dotted else messages.WORD_FOR_REDACTION())", "            pass", (REDACTION,)),
    Guard("quotations of hidden places", "plugins/reports/problems.py", "        return replace(problem, what=problem.what.unquoted())", "        return problem", (REDACTION,)),
    Guard("redacted words in other places", "plugins/reports/reading.py", "    check_openly(", "    (lambda *_: None)(", (OPENLY,)),
    Guard("words as people write them", "plugins/reports/folding.py", 'letters.fold(WITHIN.sub("", POSSESSIVE.sub(" ", text)))', "text.casefold()", (OPENLY,)),
    Guard("letters joined to a name", "plugins/reports/folding.py", "            yield word[end:]", "            pass", (OPENLY,)),
    Guard("a first name alone", "plugins/reports/sought.py", "for part in _parts(folded) if", "for part in () if", (OPENLY,)),
    Guard("names of the registry", "plugins/reports/sought.py", "            for name in _otherwise(mark.words, names, beginnings):", "            for name in ():", (OPENLY,)),
    Guard("a first name elsewhere is anybody's", "plugins/reports/openly.py", "for some in secrets.values() for secret in some if secret.widely)\n    named", "for some in secrets.values() for secret in some)\n    named", (OPENLY,)),
    Guard("entries that are published", "plugins/reports/openly.py", "    entries = _entries(", "    entries = {} and _entries(", (OPENLY,)),
    Guard("lines that are acknowledged", "plugins/reports/openly.py", "            if (name, line) in self.acknowledged:", "            if True:", (OPENLY,)),
    Guard("hashes of reports that redact", "plugins/reports/evidence.py", "    return replace(record, sha256=None, documents=documents)", "    return record", (EVIDENCE,)),
    Guard("hashes in messages", "plugins/reports/evidence.py", "None if hides else messages.BRING_BACK_OR_WRITE(digest=digest)", "messages.BRING_BACK_OR_WRITE(digest=digest)", (EVIDENCE,)),
    Guard("time of a whole content", "plugins/reports/reading.py", "        with time_limit(seconds):", "        with time_limit():", ("tests/hostile/test_pathological.py::test_a_whole_content_has_one_time",)),
    Guard("time of plain pages", "plugins/reports/plain_pages.py", "        with time_limit(seconds):", "        with time_limit():", (PAGES_TIME,)),
    Guard("time that a content has left", "plugins/reports/reading.py", "max(seconds - (process_time() - started), AGAIN)", "seconds", (PAGES_TIME,)),
    Guard("language of code", "plugins/reports/vanished.py", "|(?<=<)mailto:", "|(?m:^[ ]*(?:`{3,}|~{3,})[^\\n]*$)|(?<=<)mailto:", (f"{TEXTS}::test_nothing_that_an_author_wrote_vanishes",)),
    Guard("what stands around a bar", "plugins/reports/finished.py", "        if is_all_bar(made.rows.blocks[number - 1][2], start, end):", "        if False:", (REDACTION,)),
    Guard("what stands at a bar", "plugins/reports/redaction_bars.py", "_JOINED.finditer(text, max(0, start - NEAR), end + NEAR)", "_JOINED.finditer(text, start, end)", (REDACTION,)),
    Guard("words alone in braces", "plugins/reports/slips.py", "for match in _BRACES.finditer(brackets) if _is_alone(match[0])]", "for match in ()]", (REDACTION,)),
    Guard("the word from its end", "plugins/reports/slips.py", "|{_LETTERS.join('detcader')}|", "|", (REDACTION,)),
    Guard("the other keyboard", "plugins/reports/slips.py", "((brackets, _OTHERS), (plain, _OTHER_KEYBOARD))", "((brackets, _OTHERS),)", (REDACTION,)),
    Guard("the beginning of a hash", "plugins/reports/searching.py", "                if secret.words[-1].startswith(digits):", "                if False:", (OPENLY,)),
    Guard("other hashes than SHA-256", "plugins/reports/sought.py", "for name in HASHES)", "for name in (\"sha256\",))", (OPENLY,)),
    Guard("hashes of the words themselves", "plugins/reports/sought.py", "                for digest in _hex_digests(mark.words.encode()):", "                for digest in ():", (OPENLY,)),
    Guard("hashes that other reports give of the same page", "plugins/reports/openly.py", "    _hashed_by_others(folders, published, secrets)\n", "", (OPENLY,)),
    Guard("a number with the code of a country", "plugins/reports/searching.py", "        if self._numbers_end:", "        if False:", (OPENLY,)),
    Guard("a name with others between", "plugins/reports/searching.py", "                    if _follows(last, said, at + 1):", "                    if False:", (OPENLY,)),
    Guard("a name that an address holds", "plugins/reports/searching.py", "        for begin in range(len(letters) - HELD + 1):", "        for begin in ():", (OPENLY,)),
    Guard("a name in the codes of a host", "plugins/reports/sought.py", "    return _IN_ASCII.sub(_letters_of_label, address)", "    return address", (OPENLY,)),
    Guard("a name of many, and one with its article", "plugins/reports/folding.py", "(bare, singular(word), singular(bare)) if one)", "())", (OPENLY,)),
    Guard("letters of other keyboards", "plugins/words/letters.py", '| dict.fromkeys("ہھەۃ", "ه")', "", (OPENLY,)),
    Guard("addresses that are coded twice", "plugins/reports/sought.py", "    for _ in range(CODED_AGAIN):", "    for _ in range(1):", (OPENLY,)),
    Guard("a name that an address of the site holds", "plugins/inspection/standing.py", "        for at in range(len(letters) - HELD + 1):", "        for at in ():", (OPENLY,)),
    Guard("a name in the codes of a host on the site", "plugins/inspection/sayings.py", "_LABEL.sub(_of_label, unquote(said))", "unquote(said)", (OPENLY,)),
    Guard("a name of many, and one with its article, on the site", "plugins/inspection/standing.py", "filter(self._begins, _in_latin(token))", "()", (OPENLY,)),
    Guard("letters of other keyboards on the site", "plugins/inspection/folded.py", "(0x629, 0x6BE, 0x6C1, 0x6C3, 0x6D5)", "(0x629,)", (OPENLY,)),
    Guard("codes that are ids of other events", "plugins/reports/crossing.py", "ids.get(code.casefold(), id)", "id", ("tests/unit/reports/test_crossing.py",)),
    Guard("time of a mark of many words", "plugins/inspection/wanted.py", "any(letters[:end] in said for end in range(1, len(letters) + 1))", "any(map(letters.startswith, said))", (STANDING,)),
    Guard("a name with others between on the site", "plugins/inspection/standing.py", "                        if wanted := self._last.get(_bare(rest)):", "                        if wanted := None:", (SECRETS,)),
    Guard("a number with the code of a country on the site", "plugins/inspection/standing.py", "told = {*self._long_numbers(text)} if self._numbers else set()", "told = set()", (SECRETS,)),
    Guard("the beginning of a hash on the site", "plugins/inspection/hash_guesses.py", "        yield f\"^{digits[:BEGINNING]}\"", "        pass", (SECRETS,)),
    Guard("marks in a record or the registry", "plugins/reports/nodes.py", "(_MARK.search(event.value) or any(True for _ in slips(event.value)))", "any(True for _ in slips(event.value))", (REDACTION,)),
    Guard("redacted words that a message would quote from elsewhere", "plugins/reports/problems.py", "        if self._says:", "        if False:", (REDACTION,)),
    Guard("a bar of other signs", "plugins/reports/redaction.py", "    return bool(mark.ids or mark.when) and is_drawn(mark.words)", "    return False", (REDACTION,)),
    Guard("parts of a hash", "plugins/reports/searching.py", "        if self._of_hashes:", "        if False:", (OPENLY,)),
    Guard("hashes of the files themselves", "plugins/reports/openly.py", "        if path.stat().st_size <= MAX_BYTES:", "        if False:", (OPENLY,)),
    Guard("one name within other words", "plugins/reports/within.py", "            if len(\"\".join(part)) >= PART and not known:", "            if len(run) > 1 and len(\"\".join(part)) >= PART and not known:", (OPENLY,)),
    Guard("a name behind who somebody is", "plugins/reports/within.py", "        yield from ((part, False) for part in _behind_role(run, others))", "        pass", (OPENLY,)),
    Guard("names that are months", "plugins/reports/sought.py", "    if name or len(folded) == 1:", "    if False:", (OPENLY,)),
    Guard("a last letter that many write otherwise", "plugins/words/letters.py", '    if "ى" in letters:', "    if False:", (OPENLY,)),
    Guard("the same in documents", "plugins/reports/document_words.py", "    return (*ways, *(way for way in other if way not in JOINING))", "    return ways", ("tests/unit/reports/test_attachments.py::test_redacted_words_are_found_in_a_document_however_they_stand_there",)),
    Guard("parts of a hash in a finished site", "plugins/inspection/hash_guesses.py", "if row in wanted} if wanted else set()", "if row in wanted and False}", (SECRETS,)),
    Guard("one name within other words, in a finished site", "plugins/inspection/longer_redactions.py", "        if latin and len(run) <= MOST_NAMES:", "        if latin and 1 < len(run) <= MOST_NAMES:", (SECRETS,)),
    Guard("names within longer redactions", "plugins/reports/sought.py", "    yield from within(said, name, nobody=nobody, others=others, small=small)\n", "", (OPENLY,)),
    Guard("the same in a finished site", "plugins/inspection/wanted.py", "for said, near in names_within(one.words, name, nobody, usual, small):", "for said, near in ():", (SECRETS,)),
    Guard("long numbers in a finished site", "plugins/inspection/wanted.py", "for number in numbers(one.words))", "for number in ())", (SECRETS,)),
    Guard("a content's own pages", "plugins/inspection/secrets.py", "        if any(content.text(f\"pages/{page}/{lang}.md\") for lang in LANGUAGES):\n            continue\n", "", (SECRETS,)),
    Guard("codes in a content's own pages", "plugins/reports/openly.py", "of_markdown(path.read_text(\"utf-8-sig\", \"replace\"))", "of_markdown(path.read_text(\"utf-8-sig\", \"replace\").replace(\"&\", \"+\"))", (OPENLY,)),
    Guard("one word for a kunya", "plugins/words/letters.py", '    if "ابا" in letters or "ابي" in letters:', "    if False:", (OPENLY,)),
    Guard("heaps of marks", "plugins/reports/nodes.py", "if (heap := invisible.long_heap(text)) is not None:", "if (heap := None) is not None:", (INVISIBLE,)),
    Guard("notes over a document", "plugins/reports/sandbox/documents.py", 'if str(note.get("/Subtype", "")) != "/Link" or "/AP" in note:', "if False:", ("tests/unit/reports/test_attachments.py",)),
    Guard("names with an apostrophe in documents", "plugins/reports/document_words.py", " or (joined != plain and _found(sought, joined))", "", ("tests/unit/reports/test_attachments.py",)),
    Guard("words in a form in a pattern", "plugins/reports/sandbox/documents.py", ' or any(str(one.get("/Subtype", "")) == "/Form" for _, one in drawn.items())', "", ("tests/unit/reports/test_attachments.py",)),
    Guard("bars that an author typed", "plugins/reports/redaction_bars.py", '_SIGNS = "\\u2580-\\u25a0\\u25ac-\\u25af\\u25cf\\u25fc\\u220e\\u2b1b"', '_SIGNS = "\\u2588"', (REDACTION,)),
    Guard("a name right at a bar", "plugins/reports/redaction.py", "        elif _is_by_a_bar(mark, text) and", "        elif False and", (REDACTION,)),
    Guard("footnotes that no open word calls", "plugins/reports/redaction.py", "        if text and kept.uncalled:", "        if False:", (REDACTION,)),
    Guard("nothing is quoted beside a slip", "plugins/reports/report_texts.py", "        hidden.append((0, len(written.text)))\n        if begin", "        if begin", (REDACTION,)),
    Guard("nothing is quoted of notes and addresses", "plugins/reports/report_texts.py", "        hidden += [*found.unshown, *(place for _, place in places_of_footnotes(written))]", "        pass", (REDACTION,)),
    Guard("the hash of redacted words elsewhere", "plugins/reports/openly.py", ", *_hashes(folder)] if folder.hides", "] if folder.hides", (OPENLY,)),
    Guard("numbers in pieces", "plugins/reports/within.py", "        if digits and _is_in_pieces(", "        if False and _is_in_pieces(", (OPENLY,)),
    Guard("numbers in pieces in a finished site", "plugins/inspection/wanted.py", "    for number in filter(None, map(_number, _in_pieces(one.words))):", "    for number in ():", (SECRETS,)),
    Guard("numbers of items", "plugins/reports/tree.py", "if int(said) != count]", "if False]", (TEXTS,)),
    Guard("numbers in pieces of a page", "plugins/reports/rows.py", "            self.parted.add(number)", "            pass", (TEXTS,)),
    Guard("redacted words as others turn them", "plugins/reports/sought.py", "                for form, also_widely in _turned(said) if short else ((said, True),):", "                for form, also_widely in ((said, True),):", (OPENLY,)),
    Guard("the same in a finished site, turned", "plugins/inspection/wanted.py", "                for turned in _turned(letters, begins):", "                for turned in ():", (SECRETS,)),
    Guard("a link within a link", "plugins/reports/tree.py", "            made.nested |= found.nested\n", "", (TEXTS,)),
    Guard("marks of direction in a number", "plugins/reports/invisible.py", "    for match in _TURNED.finditer(text):", "    for match in ():", (TEXTS,)),
    Guard("words in a tag", "plugins/reports/tree.py", "named = _NAME.fullmatch(html)", "named = re.match('</?([A-Za-z][A-Za-z0-9]*)', html)", (TEXTS,)),
    Guard("a mark without a word at a bar", "plugins/reports/redaction.py", "return bool(BARS.search(mark.words)) or _is_drawn(mark) or (not open_words(mark.words) and _is_by_a_bar(mark, text))", "return bool(BARS.search(mark.words)) or _is_drawn(mark)", (REDACTION,)),
    Guard("footnotes of a mark that goes", "plugins/reports/redaction.py", "        cuts += [(at, at + len(label) + 3) for at, label in within]\n", "", (REDACTION,)),
    Guard("a redaction behind words in brackets", "plugins/reports/report_texts.py", "            report(span.start, messages.REDACTION_BEHIND_WORDS())", "            pass", (REDACTION,)),
)  # fmt: skip
