#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/program/start.sh" "$@"
