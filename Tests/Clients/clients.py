"""Holds a conversation of three turns with an endpoint through the packages that people use.

Usage: clients.py URL, where the demonstration database is served as of 2026-03-31. Prints a line for each client; exits 1 at the first that fails.
"""

import asyncio
import os
import subprocess
import sys
import tempfile

import litellm
import openai

TURNS = ["CA par catégorie en 2025", "et en 2024 ?", "les 3 premières"]
EXPECTED = ["13 013 232", "11 463 523", "2 735 635"]


def plain(text):
    """The text with plain blanks in its numbers."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def check(name, texts):
    for text, expected in zip(texts, EXPECTED, strict=True):
        assert expected in plain(text), f"{name}: {expected} is not in {text}"
    print(f"{name}: three turns are right")


def converse(answer):
    """The replies to the turns, each with all that was said before."""
    messages, texts = [], []
    for turn in TURNS:
        messages.append({"role": "user", "content": turn})
        texts.append(answer(messages))
        messages.append({"role": "assistant", "content": texts[-1]})
    return texts


def streamed(chunks):
    """The text of a stream, whose shape is looked at."""
    text, usage, reasons = "", None, []
    for number, chunk in enumerate(chunks):
        usage = chunk.usage or usage
        for choice in chunk.choices:
            assert number > 0 or choice.delta.role == "assistant"
            text += choice.delta.content or ""
            reasons.append(choice.finish_reason)
    assert reasons[-1] == "stop" and not any(reasons[:-1])
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    return text


def openai_sync(client):
    def whole(messages):
        reply = client.chat.completions.create(model="optiflow", messages=messages, temperature=0.3, seed=7)
        assert reply.choices[0].message.optiflow["status"] == "answered"
        return reply.choices[0].message.content

    def stream(messages):
        return streamed(
            client.chat.completions.create(
                model="optiflow", messages=messages, stream=True, stream_options={"include_usage": True}
            )
        )

    check("openai", converse(whole))
    check("openai, streaming", converse(stream))
    assert [model.id for model in client.models.list()] == ["optiflow"]
    assert client.models.retrieve("optiflow").owned_by == "optiflow"
    for error, request in [
        (openai.NotFoundError, {"model": "gpt-4o", "messages": [{"role": "user", "content": "CA"}]}),
        (openai.BadRequestError, {"model": "optiflow", "messages": []}),
    ]:
        try:
            client.chat.completions.create(**request)
            raise SystemExit(f"{error.__name__} was not raised")
        except error as raised:
            assert raised.code and raised.body["message"], raised
    print("openai: models and errors are right")


async def openai_async(url):
    client = openai.AsyncOpenAI(base_url=url + "/v1", api_key="none")
    messages = [{"role": "user", "content": TURNS[0]}]
    stream = await client.chat.completions.create(model="optiflow", messages=messages, stream=True)
    text = "".join([chunk.choices[0].delta.content or "" async for chunk in stream])
    assert EXPECTED[0] in plain(text)
    replies = await asyncio.gather(
        *(client.chat.completions.create(model="optiflow", messages=messages) for _ in range(20))
    )
    assert {reply.choices[0].message.content for reply in replies} == {text}
    print("openai, async: right")


def lite(url):
    def whole(messages):
        reply = litellm.completion(model="openai/optiflow", api_base=url + "/v1", api_key="none", messages=messages)
        return reply.choices[0].message.content

    check("litellm", converse(whole))


def command(url):
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/extra-openai-models.yaml", "w") as file:
            file.write(f"- model_id: shop\n  model_name: optiflow\n  api_base: {url}/v1\n")
        environment = os.environ | {"LLM_USER_PATH": folder, "OPENAI_API_KEY": "none"}
        program = os.path.join(os.path.dirname(sys.executable), "llm")

        def say(number):
            arguments = [program, "-m", "shop"] + (["-c"] if number else []) + [TURNS[number]]
            return subprocess.run(arguments, env=environment, check=True, capture_output=True, text=True).stdout

        check("llm", [say(number) for number in range(3)])


if __name__ == "__main__":
    address = sys.argv[1].rstrip("/")
    openai_sync(openai.OpenAI(base_url=address + "/v1", api_key="none"))
    asyncio.run(openai_async(address))
    lite(address)
    command(address)
