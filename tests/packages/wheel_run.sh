#!/bin/sh
# What must hold of the wheel in a fresh virtual environment of a system that has Python and nothing of quoth's: it installs
# from a folder, program and package run, take no library of the system's but those of GNU/Linux, and start in time.
# Writes what tests/packages/installed_run.sh prints to /tmp/printed.txt. Runs in a folder that has the project's examples/ and tests/.
#
#     wheel_run.sh FOLDER_WITH_WHEEL
set -eu
python3 -m venv /tmp/environment
PATH=/tmp/environment/bin:$PATH
pip install --quiet --disable-pip-version-check --no-index --find-links "$1" quoth
sh tests/packages/installed_run.sh > /tmp/printed.txt 2>&1

packages=$(python -c 'import sysconfig; print(sysconfig.get_path("platlib"))')
find "$packages/quoth" "$packages/quoth.libs" -type f > /tmp/files.txt
while read -r file; do
  [ "$(head -c 4 "$file" | tail -c 3)" = ELF ] || continue
  foreign=$(ldd "$file" | grep -vE "^\s*$packages/quoth|=> $packages/quoth|/lib(c|m|stdc\+\+|gcc_s|dl|pthread|rt|resolv|util)\.so\.|ld-linux|linux-vdso|statically linked" || true)
  [ -z "$foreign" ] || { echo "$file takes from the system: $foreign" >&2; exit 1; }
done < /tmp/files.txt
for package in poppler icu sqlite3; do
  find "$packages" -path "*/licenses/bundled/$package.txt" -size +0 | grep -q . || { echo "no licence of $package" >&2; exit 1; }
done

python tests/packages/wheel_run.py
