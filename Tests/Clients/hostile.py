"""Plays hostile peers of an endpoint, while a polite one asks questions and must be answered.

Usage: hostile.py URL PROCESS, where the demonstration database is served as of 2026-03-31 by that process, without keys.
Prints a line for each scene, with how long the polite one waited; exits 1 at the first scene in which somebody was not answered, or in the end where
something was not released. Times are told, not judged.
"""

import json
import os
import resource
import select
import socket
import struct
import sys
import threading
import time
import urllib.parse

# Seconds that a polite question may take before it counts as not answered: the limit of an answer is 60.
DEADLINE = 60
# Seconds after which the server has cut whoever dawdles, and some: heads and bodies have 30, responses 60.
CUT_AFTER = 45
TAKEN_AFTER = 75
IDLE = 10_000

ASK = b"POST /v1/ask HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"


class Peer:
    """A socket to the server."""

    address = None

    def __init__(self, timeout=DEADLINE):
        self.socket = socket.create_connection(self.address, timeout=timeout)
        self.bytes = b""

    def send(self, data):
        """Whether the server took them all."""
        try:
            self.socket.sendall(data)
            return True
        except OSError:
            return False

    def receive(self):
        """Whether more came."""
        try:
            data = self.socket.recv(65_536)
        except OSError:
            return False
        self.bytes += data
        return bool(data)

    def reply(self):
        """The status and body of the next response; nothing where the connection ends before."""
        while b"\r\n\r\n" not in self.bytes:
            if not self.receive():
                return None
        head, self.bytes = self.bytes.split(b"\r\n\r\n", 1)
        lines = head.split(b"\r\n")
        fields = dict(line.lower().split(b": ", 1) for line in lines[1:])
        status = int(lines[0].split()[1])
        if status == 100:
            return self.reply()
        size = int(fields.get(b"content-length", b"0"))
        while len(self.bytes) < size:
            if not self.receive():
                return None
        body, self.bytes = self.bytes[:size], self.bytes[size:]
        return status, body

    def request(self, data):
        return self.reply() if self.send(data) else None

    def is_ended(self):
        """Whether the server ends the connection before the timeout."""
        try:
            while self.socket.recv(65_536):
                pass
            return True
        except TimeoutError:
            return False
        except OSError:
            return True

    def is_cut(self):
        """Whether the server has reset the connection; nothing is read."""
        poll = select.poll()
        poll.register(self.socket, 0)
        return bool(poll.poll(0))

    def vanish(self):
        """Resets the connection."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()


def ask(question):
    body = json.dumps({"question": question}).encode()
    return ASK + b"Content-Length: %d\r\n\r\n" % len(body) + body


def streamed(question):
    messages = [{"role": "user", "content": question}]
    body = json.dumps({"model": "optiflow", "stream": True, "messages": messages}).encode()
    return b"POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(body) + body


def get(path, host=b"localhost"):
    return b"GET " + path + b" HTTP/1.1\r\nHost: " + host + b"\r\n\r\n"


class Polite(threading.Thread):
    """Asks one question after the other, each on a connection of its own; some were asked before, some never."""

    def __init__(self):
        super().__init__(daemon=True)
        self.lock = threading.Lock()
        self.may_ask = threading.Event()
        self.may_ask.set()
        self.times, self.failures, self.asked = [], [], 0

    def run(self):
        while self.may_ask.wait():
            self.asked += 1
            day = f"{1 + self.asked // 2 % 28} {['mars', 'avril', 'mai', 'juin'][self.asked // 60 % 4]} 2025"
            question = f"CA du {day}" if self.asked % 2 else "CA par catégorie en 2025"
            start = time.monotonic()
            try:
                reply = Peer().request(ask(question))
                good = reply and reply[0] == 200 and json.loads(reply[1])["status"] == "answered"
            except OSError as error:
                reply, good = error, False
            with self.lock:
                self.times.append(time.monotonic() - start)
                if not good:
                    self.failures.append((question, reply))
            time.sleep(0.02)

    def turn(self):
        """What was seen since the last turn."""
        with self.lock:
            seen = self.times, self.failures
            self.times, self.failures = [], []
        return seen

    def wait(self, count):
        """Until so many more questions were answered."""
        with self.lock:
            wanted = len(self.times) + count
        while True:
            with self.lock:
                if len(self.times) >= wanted:
                    return
            time.sleep(0.01)


# Scenes: each plays its part and says what came of it; what it returns stays connected until the polite one was answered.


def idle(polite):
    return [Peer() for _ in range(IDLE)], f"{IDLE} connections"


def slow_heads(polite):
    peers = [Peer() for _ in range(500)]
    end = time.monotonic() + CUT_AFTER
    left = peers
    while left and time.monotonic() < end:
        left = [peer for peer in left if peer.send(b"X")]
        time.sleep(0.5)
    assert not left, f"{len(left)} are not cut"
    return peers, "500 cut"


def slow_bodies(polite):
    peers = [Peer() for _ in range(500)]
    for peer in peers:
        peer.send(ASK + b"Content-Length: 100000\r\n\r\n")
    end = time.monotonic() + CUT_AFTER
    left = peers
    while left and time.monotonic() < end:
        left = [peer for peer in left if peer.send(b" ")]
        time.sleep(0.5)
    assert not left, f"{len(left)} are not cut"
    return peers, "500 cut"


def half_closed(polite):
    peers = [Peer() for _ in range(200)]
    for number, peer in enumerate(peers):
        whole = ask(f"CA par mois en 202{3 + number % 3}")
        peer.send(whole if number % 2 else whole[: len(whole) // 2])
        peer.socket.shutdown(socket.SHUT_WR)
    replies = [peer.reply() for peer in peers[1::2]]
    assert all(reply and reply[0] == 200 for reply in replies), "a whole request was not answered"
    assert all(peer.is_ended() for peer in peers[::2]), "half a request is waited for"
    return peers, "100 answered, 100 ended"


def long_heads(polite):
    heads = [
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 10_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: b\r\n" * 1_250_000 + b"\r\n",
        b"GET /" + b"a" * 10_000_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /?" + b"a=b&" * 2_500_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"G" * 10_000_000,
    ]
    peers = []
    for head in heads:
        for _ in range(4):
            peer = Peer()
            peers.append(peer)
            peer.send(head)
            assert peer.is_ended(), head[:20]
    return peers, f"{len(peers)} of 10 MB ended"


def chunks(polite):
    head = ASK + b"Transfer-Encoding: chunked\r\n\r\n"
    bombs = [b"1\r\nx\r\n" * 10_000, b"10000\r\n" + b"x" * 65_536 + b"\r\n", b"1;" + b"e=f;" * 10_000]
    peers = []
    for bomb in bombs:
        peer = Peer()
        peers.append(peer)
        peer.send(head)
        count = 0
        while count < 10_000 and peer.send(bomb):
            count += 1
        assert count < 10_000, "chunks without an end are taken"
        assert peer.is_ended()
    for size in (b"ffffffffffffffff\r\n", b"-1\r\n", b"zz\r\n", b"0x10\r\n"):
        peer = Peer()
        peers.append(peer)
        reply = peer.request(head + size + b"x" * 100 + b"\r\n0\r\n\r\n")
        assert reply is None or reply[0] in (400, 413), (size, reply)
    reply = Peer().request(ASK + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
    assert reply is None or reply[0] == 400, reply
    return peers, f"{len(peers) + 1} refused or ended"


def pipelining(polite):
    count = 5_000
    reader = Peer()
    paths = [b"/healthz" if number % 2 else b"/v1/models" for number in range(count)]
    sender = threading.Thread(target=reader.send, args=(b"".join(get(path) for path in paths),), daemon=True)
    sender.start()
    for path in paths:
        reply = reader.reply()
        assert reply and reply[0] == 200, reply
        assert (b'"list"' in reply[1]) == (path == b"/v1/models"), "out of order"
    # Who sends and sends, and reads nothing.
    deaf = [Peer(timeout=1) for _ in range(20)]
    for peer in deaf:
        peer.send(get(b"/widget.js") * 2_000)
    end = time.monotonic() + TAKEN_AFTER
    for peer in deaf:
        while not peer.is_cut() and time.monotonic() < end:
            time.sleep(0.1)
        assert peer.is_cut(), "who reads nothing is not cut"
    return [reader, *deaf], f"{count} answered in order; 20 that read nothing cut"


def bad_text(polite):
    peer = Peer()
    for junk in (b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xe2\x28\xa1"):
        body = b'{"question":"' + junk + b'"}'
        reply = peer.request(ASK + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        assert reply and reply[0] == 400, reply
        reply = peer.request(get(b"/v1/suggest?q=%" + junk.hex("%").encode()))
        assert reply and reply[0] == 200, reply
        json.loads(reply[1])
        reply = Peer().request(b"GET /" + junk + b" HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + junk + b"\r\n\r\n")
        assert reply is None or reply[0] in (400, 404), reply
    return [peer], "refused in JSON"


def deep_json(polite):
    peer = Peer()
    size = 1_000_000
    bodies = [
        b"[" * size,
        b'{"a":' * (size // 5),
        b'{"question":' + b"[" * 400_000 + b"]" * 400_000 + b"}",
        b'{"question":' + b"9" * size + b"}",
        b'{"question":"' + b"\\u0000" * (size // 6) + b'"}',
        b'{"question":"' + b"\\ud800" * (size // 6) + b'"}',
        b"{" + b'"a":1,' * (size // 6) + b'"question":7}',
        b'{"question":1e' + b"9" * size + b"}",
    ]
    for body in bodies:
        reply = peer.request(ASK + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        assert reply and reply[0] in (400, 200), (body[:20], reply and reply[0])
        assert reply[0] == 400 or json.loads(reply[1])["status"] == "refused", (body[:20], reply[1][:200])
    text = "CA " * 300_000
    reply = peer.request(ask(text))
    assert reply and json.loads(reply[1])["status"] != "answered", reply
    return [peer], f"{len(bodies) + 1} refused"


def paths(polite):
    tricks = [
        b"/../../etc/passwd", b"/%2e%2e/%2e%2e/etc/passwd", b"/..%2f..%2fetc%2fpasswd", b"//etc/passwd", b"/./widget.js", b"/widget.js/../../etc/passwd",
        b"/widget.js%00.html", b"/%c0%ae%c0%ae/etc/passwd", b"/v1/models/../../../etc/passwd", b"/v1/sessions/..%2f..%2fetc%2fpasswd",
        b"/v1/sessions/", b"/v1/models/", b"/\\..\\..\\etc\\passwd", b"http://evil.example/healthz", b"*", b"/v1/ask;a=b", b"/%", b"/%zz", b"/?%00=%ff",
    ]
    for path in tricks:
        reply = Peer().request(get(path))
        assert reply is None or reply[0] in (200, 400, 403, 404), (path, reply)
        assert not reply or b"root:" not in reply[1], path
    for line in (b"GET / HTTP/9.9", b"GET /", b"get / HTTP/1.1", b"FOO /v1/ask HTTP/1.1", b"CONNECT a:1 HTTP/1.1", b"TRACE / HTTP/1.1", b" GET / HTTP/1.1"):
        peer = Peer(timeout=CUT_AFTER)
        reply = peer.request(line + b"\r\nHost: localhost\r\nX-Secret: abc\r\n\r\n")
        assert reply is None or reply[0] in (200, 400, 404, 405, 501, 505), (line, reply)
        assert not reply or b"abc" not in reply[1], line
    reply = Peer().request(get(b"/v1/models", host=b"evil.example"))
    assert reply and reply[0] == 403, reply
    return [], f"{len(tricks) + 8} refused"


def gone(polite):
    for number in range(300):
        peer = Peer()
        peer.send(streamed(f"CA par jour du {1 + number % 28} février 2025 au {1 + number % 30} mars 2025 par produit"))
        if number % 3:
            peer.receive()
        peer.vanish()
    for number in range(300):
        peer = Peer()
        peer.send(ask(f"CA par produit et par mois en 202{3 + number % 3} n° {number}"))
        peer.vanish()
    return [], "600 reset while they were answered"


SCENES = [idle, half_closed, long_heads, chunks, bad_text, deep_json, paths, gone, pipelining, slow_heads, slow_bodies]


class Server:
    """The process under test, from outside."""

    def __init__(self, process):
        self.folder = f"/proc/{process}"

    def at_rest(self, polite):
        """Descriptors, threads, and memory in KB, once nobody has asked for a while."""
        polite.may_ask.clear()
        end = time.monotonic() + TAKEN_AFTER
        # The one that asks how many there are.
        while self.connections() > 1 and time.monotonic() < end:
            time.sleep(0.5)
        assert self.connections() == 1, "connections are not released"
        # Threads end, or put down what they hold, when they were idle for ten seconds.
        time.sleep(15)
        polite.may_ask.set()
        with open(self.folder + "/status") as file:
            fields = dict(line.split(":", 1) for line in file)
        return len(os.listdir(self.folder + "/fd")), int(fields["Threads"]), int(fields["VmRSS"].split()[0])

    def connections(self):
        _, text = Peer().request(get(b"/metrics"))
        return next(int(line.split()[1]) for line in text.decode().splitlines() if line.startswith("optiflow_connections "))


def main():
    url = urllib.parse.urlsplit(sys.argv[1])
    Peer.address = (url.hostname, url.port)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    server = Server(sys.argv[2])
    polite = Polite()
    polite.start()
    polite.wait(200)
    # So that what is made once is there: threads, remembered answers.
    gone(polite)
    before = server.at_rest(polite)
    polite.turn()
    for scene in SCENES:
        peers, outcome = scene(polite)
        polite.wait(50)
        times, failures = polite.turn()
        assert not failures, f"{scene.__name__}: not answered: {failures[0]}"
        times.sort()
        print(
            f"{scene.__name__}: {outcome}; {len(times)} questions meanwhile, median {times[len(times) // 2] * 1000:.0f} ms, longest {times[-1] * 1000:.0f} ms",
            flush=True,
        )
        for peer in peers:
            peer.socket.close()
    after = server.at_rest(polite)
    names = ("descriptors", "threads", "KB")
    print("held before and after: " + ", ".join(f"{old} and {new} {name}" for old, new, name in zip(before, after, names, strict=True)))
    assert after[0] <= before[0] + 8 and after[1] <= before[1] + 2, "not all is released"
    assert after[2] <= before[2] + 30_000, "memory is not released"


if __name__ == "__main__":
    main()
