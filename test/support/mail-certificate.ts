/**
 * Certificate and key of a mail server of one's own, signed by nobody else, for 127.0.0.1 until 2126. Made by
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=mail.example
 * -addext subjectAltName=IP:127.0.0.1`.
 */
export const mailCertificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBojCCAUegAwIBAgIUSYfxiedulVJ9J/sNKQnt962ZXLAwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMbWFpbC5leGFtcGxlMCAXDTI2MTEzMDA1NTcxN1oYDzIxMjYx
MTA2MDU1NzE3WjAXMRUwEwYDVQQDDAxtYWlsLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAARFFLmxSOKzutPRj0b9Zs2x9pZzOn6Z+211cphMEu6F8ITN
trT7Tx+6JGzABa/3YOnnfauBwGW29Q6wJrEMA+nPo28wbTAdBgNVHQ4EFgQUIZDU
Rx7I5bP4OPUZnyp8wlOPie0wHwYDVR0jBBgwFoAUIZDURx7I5bP4OPUZnyp8wlOP
ie0wGgYDVR0RBBMwEYcEfwAAAYIJbG9jYWxob3N0MA8GA1UdEwEB/wQFMAMBAf8w
CgYIKoZIzj0EAwIDSQAwRgIhAPPeRld+70pasp0SO5a+EOKGquHnP+7JwipBZIkx
Tk71AiEAkc+NFkm/FVSEgvMJDt70MbjXPnxx+GaMXLW7fEVCD8I=
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgoMycg404p1PBeUxf
XP0q5fJobRYz1GQftwwaNUMtu/ahRANCAARFFLmxSOKzutPRj0b9Zs2x9pZzOn6Z
+211cphMEu6F8ITNtrT7Tx+6JGzABa/3YOnnfauBwGW29Q6wJrEMA+nP
-----END PRIVATE KEY-----
`,
};
