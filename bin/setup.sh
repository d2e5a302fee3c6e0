# Được bin/run, bin/test và bin/manage gọi: cài những gì máy còn thiếu, một lần. Cách gọi: . bin/setup.sh run|test
# Debian, quyền root: tự cài gói hệ thống. Nơi khác: nói đúng một dòng còn thiếu gì.

cd "$(dirname "${BASH_SOURCE[0]}")/.."
purpose=$1
lock=requirements.lock
packages=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-croscore)
if [ "$purpose" = test ]; then
  lock=tests/requirements.lock
fi
if [ "$purpose" = browser ]; then
  lock=tests/requirements.lock
  packages+=(chromium curl fonts-noto-core libatomic1 libreoffice-writer-nogui libreoffice-calc-nogui nginx-light)
fi

python_of_ours() {
  local name
  for name in python3.13 python3.12 python3.11 python3; do
    if "$name" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
  return 1
}

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

if command -v dpkg-query >/dev/null; then
  python_of_ours >/dev/null || packages+=(python3 python3-venv)
  missing=()
  for package in "${packages[@]}"; do is_installed "$package" || missing+=("$package"); done
  if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" != 0 ]; then
      echo "Máy còn thiếu gói hệ thống. Hãy chạy: sudo apt-get install -y ${missing[*]}" >&2
      exit 1
    fi
    echo "Đang cài: ${missing[*]}" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2
  fi
fi

if ! python=$(python_of_ours); then
  echo "Máy cần Python 3.11, 3.12 hoặc 3.13 (kèm venv), thư viện Pango và HarfBuzz-subset, phông Tinos hoặc Times New Roman." >&2
  exit 1
fi

stamp=".venv/installed-$purpose"
wanted="$(cat "$lock" | cksum) $("$python" --version)"
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
  [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
  echo "$wanted" >"$stamp"
fi
