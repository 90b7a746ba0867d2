#!/bin/sh
# The Firefox half of the editor matrix runs in Debian's Firefox ESR. Installs it when it is missing (Debian, as root) and says so.
set -eu
[ "$(dpkg-query -W -f '${db:Status-Status}' firefox-esr 2>/dev/null)" = installed ] && exit 0
[ "$(id -u)" = 0 ] || { echo "editors: install firefox-esr first (as root: apt-get install firefox-esr)" >&2; exit 1; }
echo "editors: installing firefox-esr, the second browser that the extension is built for"
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=900 install -y --no-install-recommends firefox-esr >/dev/null 2>&1 || {
    apt-get -o DPkg::Lock::Timeout=900 update >/dev/null 2>&1
    apt-get -o DPkg::Lock::Timeout=900 install -y --no-install-recommends firefox-esr >/dev/null
}
