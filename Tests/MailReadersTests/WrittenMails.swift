/// Mails as other programs write them, kept word for word.
enum WrittenMails {
    /// By Python's `email` package 3: alternatives with a related picture, encoded names.
    static let python = #"""
        From: =?utf-8?q?=C5=81ucja_=C5=BBak?= <lucja@example.org>
        To: zapisy+szkola@example.org
        Subject: =?utf-8?b?WmfFgm9zemVuaWUgZG8gc3prb8WCeSBsZXRuaWVqIOKAkyDFgXVj?=
         =?utf-8?q?ja_=C5=BBak=2C_formularz_w_za=C5=82=C4=85czniku?=
        Message-ID: <py1@example.org>
        Date: Sun, 01 Mar 2026 12:00:00 +0100
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="=_b0"

        --=_b0
        Content-Type: multipart/alternative;
         boundary="=_b1"

        --=_b1
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: 8bit

        Dzień dobry,
        przesyłam formularz.
        -- 
        Łucja

        --=_b1
        MIME-Version: 1.0
        Content-Type: multipart/related;
         boundary="=_b2"

        --=_b2
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        <p>Dzie=C5=84 dobry,</p><p>przesy=C5=82am <b>formularz</b>.</p><img src=3D"ci=
        d:logo@example.org">

        --=_b2
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-ID: <logo@example.org>
        MIME-Version: 1.0
        Content-Disposition: inline

        iVBORw0KGgpBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB

        --=_b2--

        --=_b1--

        --=_b0
        Content-Type: application/octet-stream
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment;
         filename*=utf-8''zg%C5%82oszenie%20%C5%81ucja.pdf
        MIME-Version: 1.0

        JVBERi0xLjQK

        --=_b0
        Content-Type: text/csv
        Content-Transfer-Encoding: base64
        Content-Disposition: attachment; filename="lista.csv"
        MIME-Version: 1.0

        aW1pxJk7d2llawpKYW47MTcK

        --=_b0--
        """#
}
