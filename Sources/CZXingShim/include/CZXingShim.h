#ifndef NABOR_ZXING_SHIM_H
#define NABOR_ZXING_SHIM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// zxing-cpp speaks C++ only; this is the one call of it that the readers need.

/// A QR code in a picture: its text and its corners, in the code's own order (top left, top right, bottom right, bottom
/// left of the upright code).
struct nabor_code {
    char text[256];
    float x[4];
    float y[4];
};

/// Finds QR codes in an 8-bit grey picture, turned and dirty ones too; returns how many were written to `codes`.
int nabor_find_codes(const uint8_t *pixels, int width, int height, struct nabor_code *codes, int count_max);

#ifdef __cplusplus
}
#endif

#endif
