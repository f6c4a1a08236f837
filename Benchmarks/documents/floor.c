/* The least that a letter can cost: unchanged parts copied as they lie packed, the changed ones summed and packed.
   cc -O2 floor.c -lz -o floor; ./floor CHANGED.xml UNCHANGED.bin COUNT */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>

static unsigned char *load(const char *path, size_t *size) {
    FILE *file = fopen(path, "rb");
    if (!file) { perror(path); exit(1); }
    fseek(file, 0, SEEK_END);
    *size = (size_t)ftell(file);
    rewind(file);
    unsigned char *bytes = malloc(*size + 1);
    if (!bytes || fread(bytes, 1, *size, file) != *size) { perror(path); exit(1); }
    fclose(file);
    return bytes;
}

static double cpu(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 4) { fprintf(stderr, "floor CHANGED UNCHANGED COUNT\n"); return 64; }
    size_t changedSize, unchangedSize;
    unsigned char *changed = load(argv[1], &changedSize), *unchanged = load(argv[2], &unchangedSize);
    int count = atoi(argv[3]);
    z_stream stream = {0};
    if (deflateInit2(&stream, 1, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 1;
    size_t room = unchangedSize + deflateBound(&stream, changedSize);
    unsigned char *output = malloc(room);
    unsigned long sum = 0;
    double start = cpu();
    for (int round = 0; round < count; round++) {
        changed[changedSize / 2] = (unsigned char)('a' + round % 26);
        memcpy(output, unchanged, unchangedSize);
        sum += crc32_z(0, changed, changedSize);
        stream.next_in = changed;
        stream.avail_in = (unsigned)changedSize;
        stream.next_out = output + unchangedSize;
        stream.avail_out = (unsigned)(room - unchangedSize);
        if (deflate(&stream, Z_FINISH) != Z_STREAM_END) return 1;
        sum += output[unchangedSize + 10];
        deflateReset(&stream);
    }
    double used = cpu() - start;
    fprintf(stderr, "%lu\r", sum);
    printf("%.6f\n", used);
    return 0;
}
