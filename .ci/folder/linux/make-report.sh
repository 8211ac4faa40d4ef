#!/bin/sh
[ "$#" -gt 0 ] || set -- --help
exec "$(dirname "$0")/打开年度报告.sh" "$@"
