#!/bin/sh
# Installs, starts, updates and removes the Debian packages on a clean Debian system, and shows that data stays.
# Needs root, debootstrap, Xvfb and ImageMagick's import; DEBIAN is made by debootstrap if it is not there.
#   debian-trial.sh DEBIAN PICTURES CLIENT_DEB NEWER_CLIENT_DEB SERVER_DEB NEWER_SERVER_DEB
set -eu
debian=$1 pictures=$2
shift 2
display=:97
# the root of this system
host=
mkdir -p "$pictures"

if [ ! -d "$debian" ]; then
    debootstrap --variant=minbase bookworm "$debian"
fi
system=$debian.trial
mounts='proc dev tmp/.X11-unix'
clean() {
    kill "$screen" 2>/dev/null || true
    for each in $mounts; do umount -l "$system/$each" 2>/dev/null || true; done
    rm -rf "$system"
}
screen=0
for each in $mounts; do umount -l "$system/$each" 2>/dev/null || true; done
rm -rf "$system"
cp -a "$debian" "$system"
trap clean EXIT
mkdir -p "$system/tmp/.X11-unix" "$system/packages"
Xvfb $display -screen 0 1366x768x24 >"$pictures/screen.log" 2>&1 &
screen=$!
mount --bind /proc "$system/proc"
mount --bind /dev "$system/dev"
mount --bind "${host}/tmp/.X11-unix" "$system/tmp/.X11-unix"
cp "$@" "$system/packages"
cp /etc/resolv.conf "$system/etc/resolv.conf"
inside() { chroot "$system" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv/user LANG=C.UTF-8 "$@"; }
say() { echo "trial: $*"; }
fail() { echo "trial failed: $*" >&2; exit 1; }
install_package() {
    inside DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        "/packages/$(basename "$1")" >>"$pictures/apt.log" 2>&1 || fail "installing $1, see $pictures/apt.log"
}

# window NAME [FILE]: with a file that a person opened, as the desktop would start it
window() {
    if [ $# = 2 ]; then
        inside DISPLAY=$display runuser -u user -- gio launch /usr/share/applications/hoi-dan.desktop "$2" \
            >>"$pictures/client.log" 2>&1
    fi
    inside DISPLAY=$display runuser -u user -- hoi-dan >>"$pictures/client.log" 2>&1 &
    client=$!
    for turn in $(seq 1 120); do
        xwininfo -root -tree -display $display 2>/dev/null | grep -q 'Hỏi Dân' && break
        [ "$turn" = 120 ] && fail "no window, see $pictures/client.log"
        sleep 0.5
    done
    sleep 2
    import -display $display -window root "$pictures/$1.png"
    kill -TERM "$(pgrep -f "^/opt/hoi-dan/bin/hoi-dan" -n)" 2>/dev/null || true
    wait "$client" || true
    say "client $1: window seen, picture in $pictures/$1.png"
}
serve() {
    inside runuser -u hoi-dan -- env XDG_DATA_HOME=/var/lib \
        /opt/hoi-dan-server/bin/hoi-dan-server server start >>"$pictures/server.log" 2>&1 &
    server=$!
    for turn in $(seq 1 120); do
        answer=$(curl -ks https://127.0.0.1:8443/health) && break
        [ "$turn" = 120 ] && fail "the server does not answer, see $pictures/server.log"
        sleep 0.5
    done
    kill -TERM "$(pgrep -f "^/opt/hoi-dan-server/bin/hoi-dan-server" -n)"
    wait "$server" || true
    say "server $1: answers $answer"
}

# what the desktop of the system knows of a file
knows() {
    inside gio info -a standard::content-type "$1" | grep -q "$2" || fail "$1 is not known as $2"
    inside gio mime "$2" | grep -q 'hoi-dan.desktop' || fail "$2 is not opened by the program"
}

inside apt-get update -q >"$pictures/apt.log" 2>&1
inside apt-get install -y -q --no-install-recommends desktop-file-utils libglib2.0-bin >>"$pictures/apt.log" 2>&1
inside useradd -m -d /srv/user user
install_package "$1"
say "client installed: $(inside dpkg-query -W -f '${Installed-Size}' hoi-dan) KiB"
[ -z "$(inside dpkg --verify hoi-dan)" ] || fail "files of the package are not as they were packed"
printf 'HOIDAN\000\001' >"$system/srv/user/mang-di.hoidan"
printf 'hoidan-code 1\nserver khaosat.invalid:8443\ncode x\n' >"$system/srv/user/ma.hoidan-code"
knows /srv/user/mang-di.hoidan application/x-hoidan-carried
knows /srv/user/ma.hoidan-code application/x-hoidan-code
say "its files are known"
window first
window file /srv/user/ma.hoidan-code
install_package "$3"
inside hoidan survey create --pack sipas-2023 --id trial --practice >>"$pictures/server.log" 2>&1
serve first
inside sh -c 'mkdir -p /srv/user/.local/share/hoi-dan/client; echo kept >/srv/user/.local/share/hoi-dan/client/mark'
install_package "$2"
install_package "$4"
[ "$(inside dpkg-query -W -f '${Version}' hoi-dan)" != "$(dpkg-deb -f "$1" Version)" ] || fail "nothing was updated"
window updated
serve updated
inside hoidan progress >>"$pictures/server.log" 2>&1 || fail "the survey is gone after the update"
inside dpkg -r hoi-dan hoi-dan-server >>"$pictures/apt.log" 2>&1
for gone in opt/hoi-dan opt/hoi-dan-server usr/bin/hoi-dan usr/bin/hoidan; do
    [ ! -e "$system/$gone" ] || fail "$gone is still there: $(find "$system/$gone" | head -3)"
done
grep -q kept "$system/srv/user/.local/share/hoi-dan/client/mark" || fail "the client's data is gone"
[ -s "$system/var/lib/hoi-dan/server/office.db" ] || fail "the server's data is gone"
inside dpkg -P hoi-dan hoi-dan-server >>"$pictures/apt.log" 2>&1
[ -d "$system/var/lib/hoi-dan/server" ] || fail "the server's data is gone"
say "removed, data kept"
