#include "CZXingShim.h"

#include <cstring>
#include <exception>
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

extern "C" int nabor_find_codes(const uint8_t *pixels, int width, int height, struct nabor_code *codes, int count_max) {
    int count = 0;
    // No exception may cross into Swift; a picture that breaks the search has no code.
    try {
        ZXing::DecodeHints hints;
        hints.setFormats(ZXing::BarcodeFormat::QRCode);
        hints.setTryHarder(true);
        hints.setTryRotate(true);
        hints.setMaxNumberOfSymbols(static_cast<uint8_t>(count_max > 255 ? 255 : count_max));
        ZXing::ImageView view(pixels, width, height, ZXing::ImageFormat::Lum);
        for (const auto &result : ZXing::ReadBarcodes(view, hints)) {
            if (count == count_max) break;
            if (!result.isValid()) continue;
            const std::string text = result.text();
            nabor_code &code = codes[count];
            if (text.empty() || text.size() >= sizeof code.text) continue;
            std::memset(&code, 0, sizeof code);
            std::memcpy(code.text, text.data(), text.size());
            const auto &corners = result.position();
            for (int index = 0; index < 4; index++) {
                code.x[index] = static_cast<float>(corners[index].x);
                code.y[index] = static_cast<float>(corners[index].y);
            }
            count++;
        }
    } catch (const std::exception &) {
        return 0;
    }
    return count;
}
