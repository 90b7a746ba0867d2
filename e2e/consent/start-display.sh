#!/bin/sh
# The browser's own permission prompt can only be answered on a display. Installs a virtual one (Debian, as root) and says so.
set -eu
missing=
for p in xvfb xdotool; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$p" 2>/dev/null)" = installed ] || missing="$missing $p"
done
[ -z "$missing" ] && exit 0
[ "$(id -u)" = 0 ] || { echo "consent: install$missing first (as root: apt-get install$missing)" >&2; exit 1; }
echo "consent: installing$missing, a display to answer the browser's permission prompt on"
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=900 install -y --no-install-recommends $missing >/dev/null 2>&1 || {
    apt-get -o DPkg::Lock::Timeout=900 update >/dev/null 2>&1
    apt-get -o DPkg::Lock::Timeout=900 install -y --no-install-recommends $missing >/dev/null
}
