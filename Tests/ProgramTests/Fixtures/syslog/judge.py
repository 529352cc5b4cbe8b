"""Read lines of syslog by the grammar of RFC 5424, section 6, and hold them against the events of the log in JSON."""
import json, re, sys

HEADER = re.compile(
    r"<(?P<pri>[1-9][0-9]{0,2}|0)>1 (?P<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)) "
    r"(?P<host>[!-~]{1,255}) (?P<app>[!-~]{1,48}) (?P<proc>[!-~]{1,128}) (?P<id>[!-~]{1,32}) ")
NAME = re.compile(r"[!#-<>-\\^-~]{1,32}")
faults = []


def element(text, at):
    """The identifier and the parameters of the structured data that begins at a place, and where it ends."""
    assert text[at] == "[", text[at:]
    name = NAME.match(text, at + 1)
    at, values = name.end(), {}
    while text[at] == " ":
        key = NAME.match(text, at + 1)
        assert text[key.end() : key.end() + 2] == '="', text[at:]
        at, value = key.end() + 2, ""
        while text[at] != '"':
            if text[at] == "\\" and text[at + 1] in '"\\]': at += 1
            elif text[at] == "]": raise AssertionError(f"a bracket is not escaped: {text[at - 20:at + 5]}")
            value += text[at]
            at += 1
        values[key.group()] = value
        at += 1
    assert text[at] == "]", text[at:]
    return name.group(), values, at + 1


events = json.load(open(sys.argv[2]))
lines = open(sys.argv[1], "rb").read().split(b"\n")
if lines.pop() != b"" or len(lines) != len(events): faults.append(f"{len(lines)} lines, {len(events)} events")
for line, event in zip(lines, events):
    try:
        text = line.decode("utf-8")
        header = HEADER.match(text)
        name, values, at = element(text, header.end())
        assert text[at : at + 2] == " \ufeff" and len(text) > at + 2, "there is no text"
        assert name == "event@99999" and header["app"] == "liggare" and header["host"] == "ledger.example"
        assert int(header["pri"]) // 8 == 13 and int(header["pri"]) % 8 in range(2, 7)
        told = (int(values["position"]), header["time"], header["id"], values["stream"], values["principal"], values["effective"])
        known = tuple(event[k] for k in ("position", "recorded", "type", "stream", "principal", "effective"))
        assert told == known, f"{told} {known}"
        assert values.get("case") == event["case"]
        if event["case"]: print("case", values["case"])
    except (AssertionError, TypeError, AttributeError, IndexError) as error:
        faults.append(f"{line[:120]}: {error}")
for fault in faults[:20]: print(fault)
sys.exit(1 if faults else 0)
