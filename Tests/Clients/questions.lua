-- 100 different questions in turn, for wrk: the figures by the groups, in both languages, over two years.
-- WRK_CHAT=1 asks through OpenAI's format, streamed. The end prints one line that "run" reads.
local figures = {
  { "CA", "revenue" }, { "marge brute", "gross margin" }, { "quantités vendues", "units sold" },
  { "panier moyen", "average basket" }, { "nombre de commandes", "number of orders" },
}
local groups = {
  { "région", "region" }, { "catégorie", "category" }, { "canal", "channel" }, { "mois", "month" }, { "trimestre", "quarter" },
}
local bodies = {}
for _, figure in ipairs(figures) do
  for _, group in ipairs(groups) do
    for year = 2024, 2025 do
      for language, link in ipairs({ " par ", " by " }) do
        local question = figure[language] .. link .. group[language] .. (language == 1 and " en " or " in ") .. year
        bodies[#bodies + 1] = os.getenv("WRK_CHAT")
          and '{"model":"optiflow","stream":true,"messages":[{"role":"user","content":"' .. question .. '"}]}'
          or '{"question":"' .. question .. '"}'
      end
    end
  end
end

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local path = os.getenv("WRK_CHAT") and "/v1/chat/completions" or "/v1/ask"
local next_body = 0
function request()
  next_body = next_body % #bodies + 1
  return wrk.format(nil, path, nil, bodies[next_body])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "RESULT %d %.0f %.1f %.1f %d\n", summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
