"""Tells of checks in lines of JSON: {check, error} for each, {done} at the end."""

import json
import sys
import traceback


class Checks:
    """Collects checks by a decorator and runs them in their order."""

    def __init__(self):
        self._all = []

    def that(self, sentence):
        """A check, by a sentence that is true of etcd as this library sees it."""

        def add(function):
            self._all.append((sentence, function))
            return function

        return add

    def run(self, make_client):
        """Runs each check with a client of its own and a prefix of keys that no other one touches."""
        for count, (sentence, function) in enumerate(self._all):
            line = {"check": sentence}
            try:
                function(make_client(), "py-%d/" % count)
            except Exception:  # noqa: B902, whatever went wrong is told
                line["error"] = traceback.format_exc()[-600:]
            print(json.dumps(line), flush=True)
        print(json.dumps({"done": len(self._all)}), flush=True)


def address():
    """Host and port from the command line."""
    host, port = sys.argv[1].split(":")
    return {"host": host, "port": int(port)}


def same(actual, expected):
    if actual != expected:
        raise AssertionError("%r, not %r" % (actual, expected))
