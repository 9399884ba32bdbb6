// Optiflow's chat for any page: <script src="https://HOST/widget.js" data-lang="fr" data-key="…"></script>
// It lives in a shadow root, loads nothing else, and talks to the server that it came from only.
(() => {
  "use strict";
  const script = document.currentScript;
  const server = new URL(script.src).origin;
  const key = script.dataset.key || "";
  const isPage = "wholePage" in script.dataset;
  const wanted = script.dataset.lang || navigator.language || "en";
  const lang = wanted.toLowerCase().startsWith("fr") ? "fr" : "en";

  const words = {
    fr: {
      title: "Optiflow", open: "Poser une question", close: "Fermer", ask: "Votre question",
      send: "Envoyer", thinking: "Je cherche…", hello: "Posez une question sur vos données. Par exemple :",
      receipt: "D’où vient cette réponse ?", period: "Période", until: "Données jusqu’au",
      excluded: "Lignes laissées de côté", confidence: "Confiance", assumed: "Supposé",
      all: (n) => `Voir les ${n} lignes`, csv: "Télécharger en CSV", chart: "Graphique",
      next: "Ensuite", choose: "Au choix", fault: "Le serveur ne répond pas. Réessayez.",
      you: "Vous", key: "Clé d’accès", keyNeeded: "Il faut une clé pour poser des questions.", save: "Utiliser",
      suggestions: "Suggestions", anew: "Recommencer", checks: "Contrôles", passed: "réussi", failed: "échoué",
      groups_add_up: "la somme des groupes est le total", read_only: "lecture seule",
    },
    en: {
      title: "Optiflow", open: "Ask a question", close: "Close", ask: "Your question",
      send: "Send", thinking: "Looking…", hello: "Ask a question about your data. For example:",
      receipt: "Where does this answer come from?", period: "Period", until: "Data until",
      excluded: "Rows left out", confidence: "Confidence", assumed: "Assumed",
      all: (n) => `Show all ${n} rows`, csv: "Download as CSV", chart: "Chart",
      next: "Next", choose: "Choose", fault: "The server does not answer. Try again.",
      you: "You", key: "Access key", keyNeeded: "A key is needed to ask questions.", save: "Use it",
      suggestions: "Suggestions", anew: "Start over", checks: "Checks", passed: "passed", failed: "failed",
      groups_add_up: "the groups add up to the total", read_only: "read-only",
    },
  }[lang];

  const style = `
    :host { all: initial; color-scheme: light dark;
      --back: #ffffff; --text: #1b1d22; --dim: #5a6070; --line: #d9dce3; --soft: #f3f4f7; --accent: #1d5fbf; --on: #ffffff;
      --s0: #1d5fbf; --s1: #c2571a; --s2: #2c7d4f; --s3: #7a4fb3; --s4: #a8323e; --s5: #50718a; }
    @media (prefers-color-scheme: dark) { :host {
      --back: #17191e; --text: #eceef2; --dim: #a5abba; --line: #3a3e49; --soft: #23262d; --accent: #7db0ff; --on: #10131a;
      --s0: #7db0ff; --s1: #f0a26b; --s2: #7fd0a2; --s3: #c2a2f2; --s4: #f08a94; --s5: #a4c3da; } }
    * { box-sizing: border-box; font: inherit; color: inherit; }
    .root { font: 15px/1.45 system-ui, sans-serif; color: var(--text); }
    button { cursor: pointer; background: var(--soft); border: 1px solid var(--line); border-radius: 8px; padding: 6px 10px;
      text-align: left; min-height: 36px; }
    button:hover { border-color: var(--accent); }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    .launch { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; background: var(--accent); color: var(--on);
      border: 0; border-radius: 24px; padding: 10px 18px; box-shadow: 0 2px 10px rgb(0 0 0 / .3); }
    .panel { display: flex; flex-direction: column; background: var(--back); overflow: hidden; }
    .floating { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; width: min(440px, calc(100vw - 16px));
      height: min(640px, calc(100vh - 32px)); border: 1px solid var(--line); border-radius: 14px;
      box-shadow: 0 6px 30px rgb(0 0 0 / .3); }
    .page { position: fixed; inset: 0; }
    @media (max-width: 480px) { .floating { right: 8px; bottom: 8px; } }
    [hidden] { display: none !important; }
    header { display: flex; gap: 8px; align-items: center; padding: 10px 14px; border-bottom: 1px solid var(--line); }
    header button { font-size: 14px; white-space: nowrap; }
    h1 { flex: 1; margin: 0; font-size: 16px; font-weight: 600; }
    .log { flex: 1; overflow-y: auto; padding: 14px; display: flex; flex-direction: column; gap: 14px; }
    .log > * { scroll-margin: 14px; }
    .page .log > *, .page form { width: 100%; max-width: 860px; margin-inline: auto; }
    .page form { max-width: 888px; }
    .said { align-self: flex-end; max-width: 90%; background: var(--accent); color: var(--on); border-radius: 12px;
      padding: 8px 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
    .page .said { width: auto; margin-right: max(0px, calc((100% - 860px) / 2)); }
    .told { display: flex; flex-direction: column; gap: 10px; min-width: 0; }
    .told p { margin: 0; overflow-wrap: anywhere; }
    .dim { color: var(--dim); font-size: 13px; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    th, td { padding: 5px 10px; text-align: left; border-bottom: 1px solid var(--line); }
    td { min-width: 6em; } td.num { white-space: nowrap; min-width: 0; }
    th { font-weight: 600; background: var(--soft); }
    tr:last-child td { border-bottom: 0; }
    .num { text-align: right; }
    .row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
    .chips button { border-radius: 18px; font-size: 14px; }
    figure { margin: 0; max-width: 560px; } svg { width: 100%; height: auto; display: block; }
    svg text { font-size: 12px; fill: var(--text); } svg .axis { stroke: var(--line); } svg .faint { fill: var(--dim); }
    @media (max-width: 480px) { svg text { font-size: 14px; } }
    summary { cursor: pointer; color: var(--dim); font-size: 13px; min-height: 24px; }
    dl { margin: 6px 0 0; font-size: 13px; display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; }
    dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; }
    pre { margin: 6px 0 0; padding: 8px; background: var(--soft); border-radius: 8px; white-space: pre-wrap;
      overflow-wrap: anywhere; font: 12px/1.4 ui-monospace, monospace; }
    form { position: relative; display: flex; gap: 8px; padding: 10px 14px; border-top: 1px solid var(--line); }
    input { flex: 1; min-width: 0; padding: 8px 12px; min-height: 40px; border: 1px solid var(--line); border-radius: 10px;
      background: var(--back); }
    .send { background: var(--accent); color: var(--on); border: 0; }
    ul { list-style: none; margin: 0; padding: 4px; position: absolute; left: 14px; right: 14px; bottom: 100%; z-index: 1;
      background: var(--back); border: 1px solid var(--line); border-radius: 10px; max-height: 240px; overflow-y: auto; }
    li { padding: 7px 10px; border-radius: 6px; cursor: pointer; overflow-wrap: anywhere; }
    li[aria-selected=true], li:hover { background: var(--soft); }
    .wrong { color: var(--s4); }`;

  // MARK: Small helpers

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (attribute.startsWith("on")) element.addEventListener(attribute.slice(2), value);
      else if (value !== false && value != null) element.setAttribute(attribute, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child != null));
    return element;
  };
  const draw = (name, attributes = {}, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...children);
    return element;
  };
  const button = (text, act, kind) => make("button", { type: "button", class: kind, onclick: act }, text);

  let accessKey = key;
  const call = async (path, body, signal) => {
    const headers = { "Accept-Language": lang };
    if (body) headers["Content-Type"] = "application/json";
    if (accessKey) headers.Authorization = "Bearer " + accessKey;
    const response = await fetch(server + path, {
      method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body), signal, credentials: "omit",
    });
    const data = await response.json();
    if (!response.ok && data.status !== "error") {
      throw Object.assign(new Error(data.error?.message || words.fault), { status: response.status });
    }
    return data;
  };

  // MARK: Figures

  const cell = (value, column, tongue) => {
    if (value === null) return "";
    const number = (options) => new Intl.NumberFormat(tongue, options).format(value);
    if (typeof value !== "number") {
      // With the name of the month: 3/4 is in March to some, in April to others.
      const day = column.type === "date" && /^\d{4}-\d\d-\d\d$/.test(value);
      const form = { timeZone: "UTC", day: "numeric", month: "short", year: "numeric" };
      return day ? new Intl.DateTimeFormat(tongue === "en" ? "en-GB" : tongue, form).format(new Date(value + "T00:00:00Z")) : value;
    }
    if (column.type === "percent") return number({ style: "percent", maximumFractionDigits: 1 });
    if (column.type === "currency") {
      try { return number({ style: "currency", currency: column.unit || "EUR" }); } catch { return number({}); }
    }
    return number({ maximumFractionDigits: 2 });
  };
  const isNumeric = (column) => ["integer", "number", "percent", "currency"].includes(column.type);

  const table = (answer, count) => {
    const head = make("tr", {}, ...answer.columns.map((column) =>
      make("th", { scope: "col", class: isNumeric(column) ? "num" : null }, column.label)));
    const lines = answer.rows.slice(0, count).map((row) => make("tr", {}, ...row.map((value, index) =>
      make("td", { class: isNumeric(answer.columns[index]) ? "num" : null },
        cell(value, answer.columns[index], answer.language)))));
    return make("table", {}, make("thead", {}, head), make("tbody", {}, ...lines));
  };

  const csv = (answer) => {
    const field = (value) => {
      const text = value === null ? "" : String(value);
      return /[",\n\r]|^[=+\-@\t ]/.test(text) && typeof value !== "number" ? `"${text.replaceAll('"', '""')}"` : text;
    };
    const lines = [answer.columns.map((column) => column.name), ...answer.rows].map((row) => row.map(field).join(","));
    const link = make("a", {
      href: URL.createObjectURL(new Blob([lines.join("\r\n") + "\r\n"], { type: "text/csv" })), download: "optiflow.csv",
    });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  // MARK: Pictures, from the Vega-Lite specification of the answer

  const series = (chart) => {
    const values = chart.data?.values || [];
    if (chart.layer) {
      return { kind: "line", x: "time", values, lines: ["actual", "forecast"].map((field, index) => ({
        name: chart.layer[index + 1]?.encoding?.color?.datum || field, field, dashed: index === 1 })),
        band: ["lower", "upper"] };
    }
    const { x, y, color } = chart.encoding || {};
    if (!x || !y) return null;
    const kind = chart.mark === "bar" ? "bar" : "line";
    if (kind === "bar" && x.type === "quantitative") return { kind, x: y.field, field: x.field, values, percent: x.axis };
    if (kind === "bar") return null;
    if (!color) return { kind, x: x.field, values, lines: [{ name: y.title, field: y.field }], percent: y.axis };
    const names = [...new Set(values.map((value) => value[color.field]))].slice(0, 6);
    return { kind, x: x.field, values, percent: y.axis,
      lines: names.map((name) => ({ name, field: y.field, only: [color.field, name] })) };
  };

  const picture = (answer) => {
    const data = answer.chart && series(answer.chart);
    if (!data) return null;
    const drawn = data.kind === "bar" ? bars(data, answer.language) : lines(data, answer.language);
    if (!drawn) return null;
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", `${words.chart}: ${answer.chart.title || ""}`);
    return make("figure", {}, drawn);
  };
  const short = (value, tongue, percent) => new Intl.NumberFormat(tongue,
    percent ? { style: "percent", maximumFractionDigits: 1 } : { notation: "compact", maximumFractionDigits: 1 }).format(value);

  const bars = (data, tongue) => {
    const rows = data.values.slice(0, 20).filter((row) => typeof row[data.field] === "number");
    if (rows.length < 2) return null;
    const low = Math.min(0, ...rows.map((row) => row[data.field])), high = Math.max(0, ...rows.map((row) => row[data.field]));
    const [left, width, step] = [140, 220, 22];
    const at = (value) => left + ((value - low) / (high - low || 1)) * width;
    const svg = draw("svg", { viewBox: `0 0 430 ${rows.length * step + 8}` });
    rows.forEach((row, index) => {
      const value = row[data.field], top = index * step + 4, name = String(row[data.x]);
      svg.append(
        draw("text", { x: left - 6, y: top + 13, "text-anchor": "end" }, name.length > 18 ? name.slice(0, 17) + "…" : name),
        draw("rect", { x: Math.min(at(0), at(value)), y: top, width: Math.abs(at(value) - at(0)), height: step - 6,
          fill: value < 0 ? "var(--s4)" : "var(--s0)", rx: 2 }),
        draw("text", { x: Math.max(at(0), at(value)) + 5, y: top + 13, class: "faint" }, short(value, tongue, data.percent)));
    });
    return svg;
  };

  const lines = (data, tongue) => {
    const times = [...new Set(data.values.map((row) => row[data.x]))];
    const fields = [...data.lines.map((line) => line.field), ...(data.band || [])];
    const numbers = data.values.flatMap((row) => fields.map((field) => row[field])).filter((value) => typeof value === "number");
    if (times.length < 2 || numbers.length < 2) return null;
    const low = Math.min(0, ...numbers), high = Math.max(...numbers) || 1;
    const [left, top, width, height] = [56, 10, 364, 150];
    const x = (time) => left + (times.indexOf(time) / (times.length - 1)) * width;
    const y = (value) => top + (1 - (value - low) / (high - low || 1)) * height;
    const named = data.lines.length > 1 ? data.lines : [];
    const svg = draw("svg", { viewBox: `0 0 430 ${top + height + 24 + 16 * Math.ceil(named.length / 3)}` });
    for (const value of [low, (low + high) / 2, high]) {
      svg.append(draw("line", { x1: left, x2: left + width, y1: y(value), y2: y(value), class: "axis" }),
        draw("text", { x: left - 5, y: y(value) + 4, "text-anchor": "end", class: "faint" }, short(value, tongue, data.percent)));
    }
    for (const [time, anchor] of [[times[0], "start"], [times[times.length - 1], "end"]]) {
      svg.append(draw("text", { x: x(time), y: top + height + 15, "text-anchor": anchor, class: "faint" }, String(time)));
    }
    if (data.band) {
      const rows = data.values.filter((row) => typeof row[data.band[0]] === "number");
      const points = [...rows.map((row) => [x(row.time), y(row[data.band[0]])]),
        ...rows.reverse().map((row) => [x(row.time), y(row[data.band[1]])])];
      svg.append(draw("polygon", { points: points.join(" "), fill: "var(--s1)", opacity: 0.2 }));
    }
    data.lines.forEach((line, index) => {
      const rows = data.values.filter((row) => typeof row[line.field] === "number" && (!line.only || row[line.only[0]] === line.only[1]));
      const stroke = `var(--s${index % 6})`;
      svg.append(draw("polyline", { points: rows.map((row) => [x(row[data.x]), y(row[line.field])]).join(" "), fill: "none",
        stroke, "stroke-width": 2, "stroke-dasharray": line.dashed ? "6 3" : "none" }));
      if (!named.length) return;
      const [column, level] = [index % 3, Math.floor(index / 3)];
      svg.append(draw("rect", { x: left + column * 125, y: top + height + 25 + level * 16, width: 10, height: 3, fill: stroke }),
        draw("text", { x: left + column * 125 + 14, y: top + height + 30 + level * 16 }, String(line.name).slice(0, 16)));
    });
    return svg;
  };

  // MARK: An answer

  const receipt = (answer) => {
    const rows = [];
    const period = answer.interpretation?.period;
    const { data_until: until, excluded_rows: excluded, checks } = answer.receipt;
    if (period?.label) rows.push([words.period, period.label]);
    if (until) rows.push([words.until, cell(until, { type: "date" }, answer.language)]);
    if (excluded) rows.push([words.excluded, String(excluded)]);
    for (const check of checks) {
      rows.push([words.checks, `${words[check.check] || check.check}: ${check.passed ? words.passed : words.failed}`]);
    }
    for (const text of answer.assumptions) rows.push([words.assumed, text]);
    if (answer.status === "answered" && answer.sql) {
      rows.push([words.confidence, new Intl.NumberFormat(answer.language, { style: "percent" }).format(answer.confidence)]);
    }
    if (!rows.length && !answer.sql) return null;
    return make("details", {}, make("summary", {}, words.receipt),
      make("dl", {}, ...rows.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)])),
      answer.sql ? make("pre", { tabindex: "0", "aria-label": "SQL" }, answer.sql) : null);
  };

  const shownRows = 12;
  const told = (answer, ask) => {
    const element = make("div", { class: "told", lang: answer.language });
    const choices = answer.choices || [];
    // The words end with the choices as numbered lines; here they are buttons.
    const text = choices.length ? answer.answer.split("\n").slice(0, -choices.length).join("\n") : answer.answer;
    for (const part of text.split("\n")) if (part) element.append(make("p", {}, part));
    if (choices.length) {
      element.append(make("div", { class: "row chips", role: "group", "aria-label": words.choose },
        ...choices.map((choice) => button(choice.label, () => ask(choice.question)))));
    }
    const drawn = answer.status === "answered" ? picture(answer) : null;
    if (drawn) element.append(drawn);
    if (answer.status === "answered" && answer.rows.length && (answer.rows.length > 1 || answer.columns.length > 1)) {
      const box = make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": words.title }, table(answer, shownRows));
      const actions = make("div", { class: "row" });
      if (answer.rows.length > shownRows) {
        actions.append(button(words.all(answer.row_count), (event) => {
          box.replaceChildren(table(answer, answer.rows.length));
          event.target.remove();
        }));
      }
      actions.append(button(words.csv, () => csv(answer)));
      element.append(box, actions);
    }
    const proof = receipt(answer);
    if (proof) element.append(proof);
    if (answer.follow_ups?.length) {
      element.append(make("div", { class: "row chips", role: "group", "aria-label": words.next },
        ...answer.follow_ups.map((question) => button(question, () => ask(question)))));
    }
    return element;
  };

  // MARK: The panel

  const host = make("div");
  const root = host.attachShadow({ mode: "open" });
  // A constructed sheet passes the strictest policy of the page around it.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];

  const log = make("div", { class: "log", role: "log", "aria-live": "polite", "aria-label": words.title, tabindex: "0" });
  const list = make("ul", { role: "listbox", id: "suggestions", "aria-label": words.suggestions, hidden: true });
  const input = make("input", {
    type: "text", autocomplete: "off", maxlength: "2000", placeholder: words.ask, "aria-label": words.ask, role: "combobox",
    "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list",
  });
  const form = make("form", {}, list, input, make("button", { class: "send", type: "submit" }, words.send));
  let session = "new", isBusy = false;

  const add = (element) => {
    log.append(element);
    element.scrollIntoView({ block: "nearest" });
    return element;
  };

  const ask = async (question) => {
    if (isBusy || !question.trim()) return;
    isBusy = true;
    hideSuggestions();
    const said = add(make("div", { class: "said" }, question));
    const waiting = add(make("p", { class: "dim", role: "status" }, words.thinking));
    try {
      const answer = await call("/v1/ask", { question, session, follow_ups: true });
      session = answer.session || session;
      waiting.remove();
      const element = add(told(answer, ask));
      // The beginning of a long answer, with its question.
      if (said.offsetHeight + element.offsetHeight > log.clientHeight - 28) said.scrollIntoView({ block: "start" });
    } catch (error) {
      waiting.remove();
      if (error.status === 401) askForKey(question);
      else add(make("p", { class: "wrong", role: "alert" }, error.status ? error.message : words.fault));
    }
    isBusy = false;
  };

  const askForKey = (question) => {
    const field = make("input", { type: "password", autocomplete: "off", "aria-label": words.key, placeholder: words.key });
    const box = make("div", { class: "told" }, make("p", {}, words.keyNeeded), make("div", { class: "row" }, field,
      button(words.save, () => { accessKey = field.value.trim(); box.remove(); if (question) ask(question); else greet(); })));
    add(box);
    field.focus();
  };

  const greet = async () => {
    log.replaceChildren();
    session = "new";
    try {
      const { suggestions } = await call(`/v1/suggest?q=&language=${lang}`);
      log.append(make("div", { class: "told" }, make("p", {}, words.hello), make("div", { class: "row chips" },
        ...suggestions.slice(0, 5).map((question) => button(question, () => ask(question))))));
    } catch (error) {
      if (error.status === 401) askForKey(null);
      else log.append(make("p", { class: "wrong", role: "alert" }, error.status ? error.message : words.fault));
    }
  };

  // MARK: Suggestions

  let chosen = -1, timer = 0, running = null;
  const hideSuggestions = () => {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    chosen = index;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === index)));
    if (index >= 0) {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const suggest = async () => {
    const typed = input.value;
    if (typed.trim().length < 2) return hideSuggestions();
    running?.abort();
    running = new AbortController();
    try {
      const { suggestions } = await call(`/v1/suggest?language=${lang}&q=${encodeURIComponent(typed)}`, null, running.signal);
      if (input.value !== typed || !suggestions.length) return hideSuggestions();
      list.replaceChildren(...suggestions.map((text, index) => make("li", {
        role: "option", id: "suggestion-" + index, "aria-selected": "false",
        onmousedown: (event) => { event.preventDefault(); input.value = text; hideSuggestions(); input.focus(); },
      }, text)));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      mark(-1);
    } catch { /* Typing goes on without suggestions. */ }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 120); });
  input.addEventListener("blur", hideSuggestions);
  input.addEventListener("keydown", (event) => {
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count) { hideSuggestions(); event.stopPropagation(); }
    if (!count) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      mark(event.key === "ArrowDown" ? (chosen + 1) % count : (chosen <= 0 ? count : chosen) - 1);
    }
    if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) {
      event.preventDefault();
      input.value = list.children[chosen].textContent;
      hideSuggestions();
    }
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isBusy) return;
    const question = input.value;
    input.value = "";
    ask(question);
  });

  // MARK: Putting it there

  const header = make("header", {}, make("h1", {}, words.title), button(words.anew, () => { greet(); input.focus(); }));
  const panel = make("section", { class: isPage ? "panel page" : "panel floating", "aria-label": words.title, hidden: !isPage },
    header, log, form);
  const frame = make("div", { class: "root", lang }, panel);
  if (isPage) {
    document.documentElement.lang = lang;
  } else {
    const launch = button(words.open, () => show(true), "launch");
    const show = (isShown) => {
      panel.hidden = !isShown;
      launch.hidden = isShown;
      launch.setAttribute("aria-expanded", String(isShown));
      if (isShown) { if (!log.children.length) greet(); input.focus(); } else launch.focus();
    };
    header.append(button(words.close, () => show(false)));
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") show(false); });
    frame.append(launch);
  }
  root.append(frame);
  const place = () => { document.body.append(host); if (isPage) { greet(); input.focus(); } };
  if (document.body) place(); else document.addEventListener("DOMContentLoaded", place);
})();
