package dev.countersign.runtime.value;

/** A certificate that nobody trusts. */
final class Certificates {
  static final String PEM =
      """
      -----BEGIN CERTIFICATE-----
      MIIBjTCCATOgAwIBAgIUc17xN0rbuUqI/wpdLqnNw0BVdnUwCgYIKoZIzj0EAwIw
      GzEZMBcGA1UEAwwQY291bnRlcnNpZ24tdGVzdDAgFw0yNjExMjEwNTEwMzJaGA8y
      MTI2MTAyODA1MTAzMlowGzEZMBcGA1UEAwwQY291bnRlcnNpZ24tdGVzdDBZMBMG
      ByqGSM49AgEGCCqGSM49AwEHA0IABKy55n38SY6W5Wu0eGzqdqJ1AeXvowW3sZJQ
      V/27+Uy9hsnbTNS03WW1pUSYBjNYxX4r13rwsKVFGZujaM6FaCijUzBRMB0GA1Ud
      DgQWBBQX97G6UIzkFh+bSZ1+hi5Qb9LPFzAfBgNVHSMEGDAWgBQX97G6UIzkFh+b
      SZ1+hi5Qb9LPFzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIGfj
      DcBL2Jyrqn93afqdn/BPjcnmxMbcgTaYDPj0KYN7AiEA+v8la1/R+QeWPU3dmNsT
      TQPdcVrUrCbdPM55krQMlT4=
      -----END CERTIFICATE-----
      """;

  private Certificates() {}
}
