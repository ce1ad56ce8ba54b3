#!/bin/bash
# The loop of a terminal: openssl signs, curl asks. bash shell-loop.sh ADDRESS WORKSPACE/PROJECT/ASSET …
address=$1
shift
for asset in "$@"; do
  IFS=/ read -r workspace project id <<<"$asset"
  target="/api/v1/workspaces/$workspace/projects/$project/assets/$id/import-status"
  timestamp=$(date +%s%3N)
  signature=$(printf 'GET %s\n%s\n%s' "$target" "$timestamp" "$NCLOUD_ACCESS_KEY" |
    openssl dgst -sha256 -hmac "$NCLOUD_SECRET_KEY" -binary | openssl base64)
  curl -sS "$address$target" \
    -H "x-ncp-apigw-timestamp: $timestamp" \
    -H "x-ncp-iam-access-key: $NCLOUD_ACCESS_KEY" \
    -H "x-ncp-apigw-signature-v2: $signature" | grep -o '"uploadStatus":"[A-Z_]*"' >/dev/null || exit 1
done
