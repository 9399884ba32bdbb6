"""Writes a model for llama.cpp that has learnt one sentence, in half a megabyte.

Usage: tiny.py FILE. After the end of any prompt it says {"text": "Le chiffre d'affaires {{v1}} atteint {{v2}}."} and stops.
Its attention does nothing: what comes next depends on the last token alone.
"""

import sys

import gguf
import numpy as np

WIDTH, HEADS, INNER = 64, 4, 128
# Pieces of at most 32 bytes, which is what llama-cpp-python has room for.
SENTENCE = ['{"text": "', "Le chiffre ", "d'affaires ", "{{v1}} atteint ", "{{v2}}.", '"}']
NORMAL, UNKNOWN, CONTROL, BYTE = 1, 2, 3, 6

chance = np.random.default_rng(7)
tokens = [("<unk>", UNKNOWN), ("<s>", CONTROL), ("</s>", CONTROL)]
tokens += [(f"<0x{byte:02X}>", BYTE) for byte in range(256)]
tokens += [(chr(code).replace(" ", "▁"), NORMAL) for code in range(32, 127)]
tokens += [(piece, NORMAL) for piece in SENTENCE]
place = {text: index for index, (text, _) in enumerate(tokens)}

meanings = chance.standard_normal((len(tokens), WIDTH)).astype(np.float32)
following = (chance.standard_normal((len(tokens), WIDTH)) * 0.01).astype(np.float32)
# llama-2's format ends a prompt with "[/INST]".
chain = [place["]"]] + [place[piece] for piece in SENTENCE] + [place["</s>"]]
for now, after in zip(chain, chain[1:]):
    following[after] = meanings[now]

writer = gguf.GGUFWriter(sys.argv[1], "llama")
writer.add_context_length(8192)
writer.add_embedding_length(WIDTH)
writer.add_block_count(1)
writer.add_feed_forward_length(INNER)
writer.add_head_count(HEADS)
writer.add_head_count_kv(HEADS)
writer.add_layer_norm_rms_eps(1e-5)
writer.add_rope_dimension_count(WIDTH // HEADS)
writer.add_vocab_size(len(tokens))
writer.add_tokenizer_model("llama")
writer.add_token_list([text.encode() for text, _ in tokens])
writer.add_token_scores([-1.0 if kind == NORMAL else 0.0 for _, kind in tokens])
writer.add_token_types([kind for _, kind in tokens])
writer.add_unk_token_id(0)
writer.add_bos_token_id(1)
writer.add_eos_token_id(2)


def zeros(name, *shape):
    writer.add_tensor(name, np.zeros(shape, np.float32))


writer.add_tensor("token_embd.weight", meanings)
writer.add_tensor("output_norm.weight", np.ones(WIDTH, np.float32))
writer.add_tensor("output.weight", following)
for name in ["attn_norm", "ffn_norm"]:
    writer.add_tensor(f"blk.0.{name}.weight", np.ones(WIDTH, np.float32))
for name in ["attn_q", "attn_k", "attn_v", "attn_output"]:
    zeros(f"blk.0.{name}.weight", WIDTH, WIDTH)
zeros("blk.0.ffn_gate.weight", INNER, WIDTH)
zeros("blk.0.ffn_up.weight", INNER, WIDTH)
zeros("blk.0.ffn_down.weight", WIDTH, INNER)
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
