import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { body } from "../api/client.ts";
import { useApi } from "../app/services.ts";
import { useSay } from "../words/words.ts";
import { Dialog } from "./dialog.tsx";
import "./gallery.css";

/** A file of a complaint, as far as a picture of it goes. */
export interface PictureFile {
  readonly id: string;
  readonly name?: string;
  readonly contentType: string;
}

/** What every browser draws; the pictures of some phones are none and are downloaded. */
const drawn = /^image\/(jpeg|png|gif|webp|bmp|avif)$/;
/** A link works for fifteen minutes. */
const linkStaysMs = 10 * 60_000;

export function isPicture({ contentType }: Pick<PictureFile, "contentType">): boolean {
  return drawn.test(contentType);
}

interface GalleryProps {
  readonly complaintId: string;
  readonly pictures: readonly PictureFile[];
}

const words = {
  before: { zh: "上一张", en: "Previous" },
  next: { zh: "下一张", en: "Next" },
  save: { zh: "下载", en: "Download" },
  gone: { zh: "打不开", en: "cannot be shown" },
};

/** Pictures side by side, each fetched when it comes into sight: fifty of them cost nobody who does not look. */
export function Gallery({ complaintId, pictures }: GalleryProps) {
  const [shown, show] = useState<number>();
  const picture = shown === undefined ? undefined : pictures[shown];
  return (
    <>
      <ul className="gallery">
        {pictures.map((file, index) => (
          <li key={file.id}>
            <button type="button" className="plain" onClick={() => show(index)}>
              <Picture complaintId={complaintId} file={file} />
            </button>
          </li>
        ))}
      </ul>
      {picture !== undefined && shown !== undefined && (
        <Large
          complaintId={complaintId}
          file={picture}
          place={`${shown + 1} / ${pictures.length}`}
          turn={(by) => show((shown + by + pictures.length) % pictures.length)}
          onClose={() => show(undefined)}
        />
      )}
    </>
  );
}

function useAddress(complaintId: string, file: PictureFile, wanted: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ["file", complaintId, file.id],
    enabled: wanted,
    staleTime: linkStaysMs,
    gcTime: linkStaysMs,
    queryFn: async ({ signal }) => {
      const path = { id: complaintId, file: file.id };
      const given = await body(
        api.GET("/complaints/{id}/attachments/{file}/link", { params: { path }, signal }),
      );
      return given.url;
    },
  });
}

function Picture({ complaintId, file }: { readonly complaintId: string; readonly file: PictureFile }) {
  const say = useSay();
  const ref = useRef<HTMLSpanElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const place = ref.current;
    if (place === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(place);
    return () => observer.disconnect();
  }, []);
  const { data, isError } = useAddress(complaintId, file, seen);
  const name = file.name ?? file.contentType;
  return (
    <span ref={ref} className="picture">
      {data === undefined ? <small>{isError ? say(words.gone) : name}</small> : <img src={data} alt={name} />}
    </span>
  );
}

interface LargeProps {
  readonly complaintId: string;
  readonly file: PictureFile;
  /** `3 / 50`. */
  readonly place: string;
  readonly turn: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

function Large({ complaintId, file, place, turn, onClose }: LargeProps) {
  const say = useSay();
  const { data } = useAddress(complaintId, file, true);
  const name = file.name ?? file.contentType;
  return (
    <Dialog title={`${name} · ${place}`} onClose={onClose}>
      <div
        onKeyDown={({ key }) => {
          if (key === "ArrowLeft") turn(-1);
          if (key === "ArrowRight") turn(1);
        }}
      >
        {data !== undefined && <img className="large" src={data} alt={name} />}
        <div className="row-buttons">
          <button type="button" className="plain" onClick={() => turn(-1)}>
            ← {say(words.before)}
          </button>
          <button type="button" className="plain" data-begin onClick={() => turn(1)}>
            {say(words.next)} →
          </button>
          {data !== undefined && <a href={data}>{say(words.save)}</a>}
        </div>
      </div>
    </Dialog>
  );
}
