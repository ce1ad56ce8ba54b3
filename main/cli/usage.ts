export const usage = `Usage: import-watch watch WORKSPACE/PROJECT/ASSET … [options]
       import-watch status WORKSPACE/PROJECT/ASSET … [options]

watch prints a line for each change of an import's status; status looks once.

  --wait           end when all imports have ended
  --timeout 2h     end after this time at the latest (s, m, h, d)
  --json           one JSON object for one line: at, ref, from, to, text, metaData
  --api-url URL    address of the API (default https://mi.apigw.ntruss.com)
  --help, --version

Keys come from NCLOUD_ACCESS_KEY and NCLOUD_SECRET_KEY (or NCLOUD_ACCESS_KEY_ID and
NCLOUD_SECRET_ACCESS_KEY), else from ~/.ncloud/configure.

Exit codes: 0 all completed, 1 some failed, 2 wrong usage, 3 cannot tell (credentials,
permission, or nothing final within the timeout).`;
