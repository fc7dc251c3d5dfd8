import { useState } from 'react';
import styles from './PictureStage.module.css';

interface StagePictureProps {
  address: string;
  alt: string;
  /** Told when this browser cannot show it. */
  onError?: () => void;
}

/** One picture on a stage; it is decoded when it comes into view. */
export function StagePicture({ address, alt, onError }: StagePictureProps) {
  const [width, setWidth] = useState(0);
  return (
    <img
      className={styles.picture}
      src={address}
      alt={alt}
      data-picture-width={width}
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget }) => setWidth(currentTarget.naturalWidth)}
      onError={onError}
    />
  );
}
