# For the scripts beside it: serves the demonstration database on a free port until the script ends.
# Takes $1, the program; "arguments" may hold more for "serve". Gives $program, $folder (removed in the end), $server (the process) and $address.
program=$(realpath "${1:-.build/release/optiflow}")
folder=$(mktemp -d)
server=
trap 'if [ -n "$server" ]; then kill "$server" && wait "$server" || true; fi; rm -rf "$folder"' EXIT

export HOME=$folder OPTIFLOW_HOME=$PWD
"$program" demo "$folder/demo.db" --quiet
"$program" serve --db "$folder/demo.db" --as-of 2026-03-31 --port 0 --lang en "${arguments[@]}" 2>"$folder/log" &
server=$!
for _ in $(seq 100); do grep -q http "$folder/log" && break; sleep 0.1; done
address=$(sed -n 's/^Listening on \(.*\)\/$/\1/p' "$folder/log")
