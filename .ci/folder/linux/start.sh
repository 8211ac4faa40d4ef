#!/bin/sh
# 找到 Python，第一次把程序解包，再照后面写的命令做。不联网，不用安装。
program=$(dirname "$(readlink -f "$0")")
stop() {
    printf '\n%s\n\n' "$1" >&2
    if [ -t 0 ]; then
        printf '按回车键关闭窗口……'
        read -r _
    fi
    exit 2
}

for name in python3 python3.14 python3.13 python3.12 python3.11; do
    python=$(command -v "$name") &&
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break
    python=
done
if [ -z "$python" ]; then
    found=$(python3 -c 'import platform; print(platform.python_version())' 2>/dev/null)
    stop "这台电脑上${found:+的 Python 是 $found，}没有 3.11 或更新的 Python，程序运行不了。请让信息化人员\
从本系统的软件源安装 python3.11（或更新的，不会影响原来的 Python），装好再打开；装不了的，请用 Windows 电脑上免安装的那一份。"
fi

version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
wheels="$program/wheels-$(cat "$program/wheels.id")"
library="$program/lib-${wheels##*-}-$version"
if [ ! -d "$library" ]; then
    [ -w "$program" ] ||
        stop "$program 里写不了东西。请把整个文件夹复制到能写的地方（如主目录），再从那里打开。"
    echo '第一次打开，正在解包，约半分钟……'
    begun="$library.part"
    rm -rf "$begun"
    PYTHONPATH=$(echo "$wheels"/pip-*.whl) "$python" -m pip --isolated install --quiet \
        --disable-pip-version-check --root-user-action ignore --no-cache-dir \
        --no-warn-script-location --no-index --find-links "$wheels" \
        --target "$begun" make-report ||
        stop "解包没有成功：这台电脑的系统（$(uname -m)，Python $version）与这一份程序不配，上面是原因。请把这几行发给维护人员。"
    mv "$begun" "$library" || stop "写不了 $library。"
    for other in "$program"/wheels-*; do # 以前的版本留下的
        [ "$other" = "$wheels" ] || rm -rf "$other"
    done
fi
PYTHONPATH=$library exec "$python" -m generator "$@"
