#!/bin/bash
# Runs a command on a desktop: on Linux, where a runner has none, in one of its own with a screen, a session bus and a notification daemon.
set -euo pipefail
if [ "$(uname)" != Linux ]; then exec "$@"; fi
exec xvfb-run --auto-servernum dbus-run-session -- bash -c '
  dunst >/dev/null 2>&1 &
  daemon=$!
  trap "kill $daemon" EXIT
  until gdbus wait --session --timeout 1 org.freedesktop.Notifications; do kill -0 "$daemon" || exit 1; done
  "$@"
' run "$@"
