#!/bin/sh
# 打开页面；后面写了文件夹，就打开那个文件夹的。
exec "$(dirname "$(readlink -f "$0")")/program/start.sh" desk "$@"
