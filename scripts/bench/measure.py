"""Runs one program and says what it cost: wall time, CPU of it and its children, resident memory."""

import os
import subprocess
import threading
import time


class Cost:
    def __init__(self, wall, cpu, own_peak, tree_peak, code, output):
        self.wall, self.cpu, self.own_peak, self.tree_peak, self.code, self.output = wall, cpu, own_peak, tree_peak, code, output


def run(arguments, environment=None, watch=False, limit=600):
    """Own peak: VmHWM of the program itself. Tree peak: the largest sum of resident memory with its children seen at once."""
    started = time.perf_counter()
    process = subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    watcher = Watcher(process.pid) if watch else None
    timer = threading.Timer(limit, process.kill)
    timer.start()
    drain = threading.Thread(target=lambda: process.stderr.read(), daemon=True)
    drain.start()
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    timer.cancel()
    own, tree = watcher.stop() if watcher else (0, 0)
    return Cost(wall, usage.ru_utime + usage.ru_stime, own, tree, process.returncode, output)


def descendants(pid):
    """Processes below this one, itself included."""
    found = [pid]
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as file:
                for child in file.read().split():
                    found += descendants(int(child))
    except OSError:
        pass
    return found


def field(pid, name):
    """A kB figure of /proc/PID/status, in MB."""
    try:
        with open(f"/proc/{pid}/status") as file:
            for line in file:
                if line.startswith(name):
                    return int(line.split()[1]) / 1024
    except (OSError, ValueError):
        pass
    return 0


class Watcher(threading.Thread):
    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.own, self.tree, self.over = pid, 0, 0, threading.Event()
        self.start()

    def run(self):
        while not self.over.wait(0.2):
            self.own = max(self.own, field(self.pid, "VmHWM:"))
            self.tree = max(self.tree, sum(field(pid, "VmRSS:") for pid in descendants(self.pid)))

    def stop(self):
        self.over.set()
        self.join()
        return self.own, self.tree


def sync_rate(folder, seconds=1.0):
    """Small files written and synced a second: what the disk allows."""
    count, path, until = 0, os.path.join(folder, "sync.probe"), time.perf_counter() + seconds
    while time.perf_counter() < until:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.write(descriptor, b"x" * 8192)
        os.fsync(descriptor)
        os.close(descriptor)
        count += 1
    os.unlink(path)
    return count / seconds
